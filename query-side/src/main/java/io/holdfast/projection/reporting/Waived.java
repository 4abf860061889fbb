package io.holdfast.projection.reporting;

/** How many exams were decided, and how many of them waived. */
record Waived(long exams, long waived) {
    static final Waived NONE = new Waived(0, 0);

    Waived plus(Waived other) {
        return new Waived(exams + other.exams, waived + other.waived);
    }

    double rate() {
        return (double) waived / exams;
    }
}
