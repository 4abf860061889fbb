package io.holdfast.command.retuning;

/**
 * This node is already fitting a draft. It fits one at a time, because a fit takes a full processor and much memory.
 */
public final class RetuningUnderWayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RetuningUnderWayException() {
        super("Another retuning is under way on this node; ask again when it is done");
    }
}
