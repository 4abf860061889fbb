package io.holdfast.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * The last of many, oldest first; nothing that grows with a case is unbounded in an answer. All of them are read page by
 * page ({@link CaseList}).
 *
 * @param total how many there are
 * @param last at most the bound of the place where it is used
 */
public record Recent<T>(long total, List<T> last) {
    public Recent {
        last = List.copyOf(last);
    }

    /** None yet. */
    public static <T> Recent<T> none() {
        return new Recent<>(0, List.of());
    }

    /** One more; the oldest ones beyond {@code bound} are only counted. */
    public Recent<T> plus(T one, int bound) {
        var more = new ArrayList<>(last);
        more.add(one);
        return new Recent<>(total + 1, more.subList(Math.max(0, more.size() - bound), more.size()));
    }

    /** The same without the oldest ones, as many as it takes for the rest to weigh at most {@code most}; the last one stays. */
    public Recent<T> within(int most, ToIntFunction<T> weight) {
        int first = last.size();
        int sum = 0;
        while (first > 0 && (first == last.size() || sum + weight.applyAsInt(last.get(first - 1)) <= most)) {
            first--;
            sum += weight.applyAsInt(last.get(first));
        }
        return first == 0 ? this : new Recent<>(total, last.subList(first, last.size()));
    }

    /** The same, with those replaced that match; those that are only counted do not change. */
    public Recent<T> with(Predicate<T> which, UnaryOperator<T> change) {
        return new Recent<>(
                total,
                last.stream()
                        .map(one -> which.test(one) ? change.apply(one) : one)
                        .toList());
    }
}
