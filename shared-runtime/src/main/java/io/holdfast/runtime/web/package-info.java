/** What every HTTP answer has in common: problems, and the correlation id. */
@NullMarked
package io.holdfast.runtime.web;

import org.jspecify.annotations.NullMarked;
