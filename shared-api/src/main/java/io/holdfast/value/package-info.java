/** Value types of trade and customs that refuse invalid values, such as a code with a wrong check digit. */
@NullMarked
package io.holdfast.value;

import org.jspecify.annotations.NullMarked;
