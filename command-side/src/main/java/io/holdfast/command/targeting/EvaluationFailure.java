package io.holdfast.command.targeting;

/** What a failed evaluation says, down to its reason: CEL names the place and the function, its cause what was wrong. */
final class EvaluationFailure {
    private static final int MAX_WORDS = 500;

    private EvaluationFailure() {}

    static String words(Throwable failure) {
        String words = shortened(String.valueOf(failure.getMessage()));
        Throwable cause = failure.getCause();
        if (cause == null) {
            return words;
        }
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return shortened(words + ": " + cause.getMessage());
    }

    private static String shortened(String words) {
        return words.length() <= MAX_WORDS ? words : words.substring(0, MAX_WORDS) + "…";
    }
}
