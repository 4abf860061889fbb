package io.holdfast.projection.casefile;

import io.holdfast.query.CaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.shipment.ShipmentId;
import io.holdfast.value.PortCode;
import java.util.List;
import java.util.Optional;

/** Where case files are read from. */
public interface CaseFiles {
    /** The case file of a shipment, whatever its port. */
    Optional<CaseFile> find(ShipmentId shipment);

    /** Whose the case is, and how far its file is, without the rest of it. */
    Optional<Glance> glance(ShipmentId shipment);

    /**
     * A case file in brief.
     *
     * @param seen the position of the last event that it has seen
     */
    record Glance(PortCode port, long seen) {}

    /** The case files with these facts, in the order of shipment identifiers, at most {@code limit} of them. */
    List<CaseFile> search(SearchCases question, int limit);
}
