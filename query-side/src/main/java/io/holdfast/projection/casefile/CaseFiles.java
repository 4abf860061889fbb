package io.holdfast.projection.casefile;

import io.holdfast.query.CaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.util.List;
import java.util.Optional;

/** Reads case files. */
public interface CaseFiles {
    /** The case file of a shipment, whatever its port. */
    Optional<CaseFile> find(ShipmentId shipment);

    /** The port of a case and how far its case file is, without the rest of it. */
    Optional<Glance> glance(ShipmentId shipment);

    /**
     * A summary of a case file.
     *
     * @param seen the position of the last event folded into it
     */
    record Glance(PortCode port, long seen) {}

    /** The case files that match the query, by shipment identifier, at most {@code limit} of them. */
    List<CaseFile> search(SearchCases question, int limit);
}
