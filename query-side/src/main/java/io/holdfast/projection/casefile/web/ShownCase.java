package io.holdfast.projection.casefile.web;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import io.holdfast.query.CaseFile;

/**
 * A case file, with a link to its complete lists.
 *
 * @param lists URI template (RFC 6570) of the lists of which the file has only the latest items
 */
record ShownCase(@JsonUnwrapped CaseFile file, String lists) {
    static ShownCase of(CaseFile file) {
        return new ShownCase(
                file, CaseListController.PATH.replace("{id}", file.shipmentId().value()));
    }
}
