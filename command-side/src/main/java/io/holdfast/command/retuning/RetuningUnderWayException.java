package io.holdfast.command.retuning;

/** This node fits one draft at a time: a fit takes all of a processor and a good deal of memory. */
public final class RetuningUnderWayException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    RetuningUnderWayException() {
        super("Another retuning is under way on this node; ask again when it is done");
    }
}
