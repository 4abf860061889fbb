package io.holdfast.projection.casefile.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.holdfast.query.CaseFile;

/**
 * A case file, and where there is more.
 *
 * @param lists a URI template (RFC 6570) of the lists of which the file has the latest
 */
record ShownCase(@JsonUnwrapped CaseFile file, String lists) {
    static ShownCase of(CaseFile file) {
        return new ShownCase(
                file, CaseListController.PATH.replace("{id}", file.shipmentId().value()));
    }
}
