/** Tests of blocks. */
package io.holdfast.eventstore.block;
