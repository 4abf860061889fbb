/** What the demo does once the server is up: a sample of declarations, and a dozen cases walked through their lives. */
@NullMarked
package io.holdfast.standalone.demo;

import org.jspecify.annotations.NullMarked;
