/** Tests of the event log. */
package io.holdfast.eventstore;
