/** The import client: sends a file of declarations to a running instance. */
@NullMarked
package io.holdfast.standalone.intake;

import org.jspecify.annotations.NullMarked;
