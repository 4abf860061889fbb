/** Tests of the write path, including a simulation of the protocol under faults. */
package io.holdfast.eventstore.append;
