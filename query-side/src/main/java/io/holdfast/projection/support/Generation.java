package io.holdfast.projection.support;

/**
 * One filling of a projection's documents from the start of the log. A rebuild makes the next one.
 *
 * @param projection the name of the projection
 * @param number from 1
 */
public record Generation(String projection, int number) {
    /** The name of the processor that fills it, such as {@code workqueue_g2}. */
    public String label() {
        return projection + "_g" + number;
    }

    /** The generation that a rebuild fills. */
    public Generation next() {
        return new Generation(projection, number + 1);
    }
}
