package io.holdfast.projection.reporting;

/** The number of exam decisions, and how many of them were waivers. */
record Waived(long exams, long waived) {
    static final Waived NONE = new Waived(0, 0);

    Waived plus(Waived other) {
        return new Waived(exams + other.exams, waived + other.waived);
    }

    double rate() {
        return (double) waived / exams;
    }
}
