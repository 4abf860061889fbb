package io.holdfast.projection.casefile;

import io.holdfast.query.CaseFile;
import io.holdfast.query.SearchCases;
import io.holdfast.shipment.ShipmentId;
import java.util.List;
import java.util.Optional;

/** Where case files are read from. */
public interface CaseFiles {
    /** The case file of a shipment, whatever its port. */
    Optional<CaseFile> find(ShipmentId shipment);

    /** The case files with these facts, in the order of shipment identifiers, at most {@code limit} of them. */
    List<CaseFile> search(SearchCases question, int limit);
}
