package io.holdfast.runtime.log;

import java.util.List;

/** A group of event log readers whose number is not known in advance. */
@FunctionalInterface
public interface LogFollowerGroup {
    /** The readers in the group. */
    List<LogFollower> members();
}
