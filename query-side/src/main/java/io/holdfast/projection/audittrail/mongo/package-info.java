/** Audit entries in MongoDB. */
@NullMarked
package io.holdfast.projection.audittrail.mongo;

import org.jspecify.annotations.NullMarked;
