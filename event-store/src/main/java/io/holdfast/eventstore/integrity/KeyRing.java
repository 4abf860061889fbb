package io.holdfast.eventstore.integrity;

import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The keys that are trusted at one point of the log. A key that has introduced its successor is no longer trusted. */
final class KeyRing {

    private final Map<Hash, VerifyingKey> believed = new HashMap<>();
    private final Set<Hash> retired = new HashSet<>();

    /** @param given the keys that are trusted from the start */
    KeyRing(Collection<VerifyingKey> given) {
        given.forEach(key -> believed.put(key.id(), key));
    }

    /** Checks the signature of the next checkpoint and follows a handover; returns what is wrong, if anything. */
    Optional<String> refusal(Checkpoint checkpoint) {
        if (retired.contains(checkpoint.key())) {
            return Optional.of("signed by key " + checkpoint.key() + ", which had handed over to another");
        }
        VerifyingKey key = believed.get(checkpoint.key());
        if (key == null) {
            return Optional.of("signed by an unknown key, " + checkpoint.key());
        }
        if (!key.signed(checkpoint)) {
            return Optional.of("its signature is wrong");
        }
        return checkpoint.nextKey() == null ? Optional.empty() : handOver(key, checkpoint.nextKey());
    }

    private Optional<String> handOver(VerifyingKey from, String encoded) {
        try {
            VerifyingKey to = VerifyingKey.ofBase64(encoded);
            if (to.id().equals(from.id()) || retired.contains(to.id())) {
                return Optional.of("it hands over to a key that had its time");
            }
            believed.remove(from.id());
            retired.add(from.id());
            believed.put(to.id(), to);
            return Optional.empty();
        } catch (BadInputException e) {
            return Optional.of(String.valueOf(e.getMessage()));
        }
    }
}
