/** Files of evidence and bundles over HTTP. */
@NullMarked
package io.holdfast.projection.evidence.web;

import org.jspecify.annotations.NullMarked;
