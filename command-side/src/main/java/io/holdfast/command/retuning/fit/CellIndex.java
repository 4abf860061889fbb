package io.holdfast.command.retuning.fit;

/** The cell of a table into which each row falls. */
final class CellIndex {
    private final int[] cellOf;
    private final int count;

    CellIndex(int[] cellOf, int count) {
        this.cellOf = cellOf;
        this.count = count;
    }

    int of(int row) {
        return cellOf[row];
    }

    int count() {
        return count;
    }
}
