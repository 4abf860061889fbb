package io.holdfast.command.shipment.domain;

import io.holdfast.shipment.SampleId;

/** No exam took this sample. */
public final class NoSuchSampleException extends CommandRefusedException {
    private static final long serialVersionUID = 1L;

    NoSuchSampleException(SampleId id) {
        super("No exam of this shipment took a sample " + id + "");
    }
}
