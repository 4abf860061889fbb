package io.holdfast.command.targeting;

/** What a failed evaluation says, down to its reason: CEL names the place and the function, its cause what was wrong. */
final class EvaluationFailure {
    private static final int MAX_WORDS = 300;

    private EvaluationFailure() {}

    static String words(Throwable failure) {
        Throwable reason = failure;
        while (reason.getCause() != null) {
            reason = reason.getCause();
        }
        String words = reason == failure
                ? String.valueOf(failure.getMessage())
                : shortened(failure.getMessage()) + ": " + reason.getMessage();
        return shortened(words);
    }

    private static String shortened(String words) {
        return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS) + "…";
    }
}
