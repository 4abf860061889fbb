/** Tests of the writing, with a simulation of its protocol among faults. */
package io.holdfast.eventstore.append;
