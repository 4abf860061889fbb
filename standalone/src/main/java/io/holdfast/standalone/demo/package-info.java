/**
 * The demo, played once the server is up: imports sample declarations and walks a dozen cases through their lifecycles.
 */
@NullMarked
package io.holdfast.standalone.demo;

import org.jspecify.annotations.NullMarked;
