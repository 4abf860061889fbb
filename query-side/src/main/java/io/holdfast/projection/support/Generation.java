package io.holdfast.projection.support;

/**
 * One complete set of a projection's documents, filled from the start of the log. A rebuild fills the next one.
 *
 * @param projection the name of the projection
 * @param number from 1
 */
public record Generation(String projection, int number) {
    /** The name of the event processor that fills it, such as {@code workqueue_g2}. */
    public String label() {
        return projection + "_g" + number;
    }

    /** The generation that the next rebuild fills. */
    public Generation next() {
        return new Generation(projection, number + 1);
    }
}
