package io.holdfast.query;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.function.UnaryOperator;

/**
 * The latest items of a list that can be long, oldest first. Keeps answers bounded however much a case grows; the full
 * list is read page by page ({@link CaseList}).
 *
 * @param total how many items there are in all
 * @param last the latest ones, up to a bound set where this is used
 */
public record Recent<T>(long total, List<T> last) {
    public Recent {
        last = List.copyOf(last);
    }

    /** An empty list. */
    public static <T> Recent<T> none() {
        return new Recent<>(0, List.of());
    }

    /** A copy with one more item; the oldest ones beyond {@code bound} are only counted. */
    public Recent<T> plus(T one, int bound) {
        var more = new ArrayList<>(last);
        more.add(one);
        return new Recent<>(total + 1, more.subList(Math.max(0, more.size() - bound), more.size()));
    }

    /**
     * A copy without the oldest items, dropping as many as needed for the rest to weigh at most {@code most}; always
     * keeps the last one.
     */
    public Recent<T> within(int most, ToIntFunction<T> weight) {
        int first = last.size();
        int sum = 0;
        while (first > 0 && (first == last.size() || sum + weight.applyAsInt(last.get(first - 1)) <= most)) {
            first--;
            sum += weight.applyAsInt(last.get(first));
        }
        return first == 0 ? this : new Recent<>(total, last.subList(first, last.size()));
    }

    /** A copy with the matching items replaced; items that are only counted do not change. */
    public Recent<T> with(Predicate<T> which, UnaryOperator<T> change) {
        return new Recent<>(
                total,
                last.stream()
                        .map(one -> which.test(one) ? change.apply(one) : one)
                        .toList());
    }
}
