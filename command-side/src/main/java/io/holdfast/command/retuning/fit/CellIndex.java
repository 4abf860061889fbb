package io.holdfast.command.retuning.fit;

/** Which cell of a table each row of a sheet falls into. */
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
