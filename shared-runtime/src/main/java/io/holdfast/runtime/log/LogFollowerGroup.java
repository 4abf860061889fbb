package io.holdfast.runtime.log;

import java.util.List;

/** Readers of the event log of which it is not known beforehand how many there are. */
@FunctionalInterface
public interface LogFollowerGroup {
    /** Each of them. */
    List<LogFollower> members();
}
