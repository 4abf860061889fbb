/** What all commands of the command line share. */
@NullMarked
package io.holdfast.standalone.cli;

import org.jspecify.annotations.NullMarked;
