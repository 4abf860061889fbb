package io.holdfast.shipment;

import io.holdfast.value.Check;
import io.holdfast.value.Hs6;
import io.holdfast.value.InvalidValueException;
import io.holdfast.value.Money;
import io.holdfast.value.Quantity;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * One line of a seizure.
 *
 * @param goods the substance or goods, such as {@code FENTANYL}; statistics group by its upper-case form
 * @param hs6 the commodity
 * @param quantity how much
 * @param appraisedValue appraised domestic value, if known
 * @param legalAuthority the statute, such as {@code 19 USC 1595a(c)}
 * @param concealment how it was hidden, if it was hidden
 * @param testBasis how it was identified, if it was tested
 * @param purityPercent purity in percent, 0 to 100, if known
 */
public record SeizureLine(
        String goods,
        Hs6 hs6,
        Quantity quantity,
        @Nullable Money appraisedValue,
        String legalAuthority,
        @Nullable String concealment,
        @Nullable TestBasis testBasis,
        @Nullable BigDecimal purityPercent) {

    /** @throws InvalidValueException for a missing goods, code, quantity or authority, a zero quantity, or a purity beyond 100 */
    public SeizureLine {
        goods = Check.capitals(goods, "goods", 120);
        Check.present(hs6, "hs6");
        Check.present(quantity, "quantity");
        if (quantity.amount().signum() == 0) {
            throw new InvalidValueException("quantity.amount", "must be more than zero");
        }
        legalAuthority = Check.line(legalAuthority, "legalAuthority", 120);
        concealment = Check.optionalText(concealment, "concealment", 500);
        purityPercent = Percent.optional(purityPercent, "purityPercent");
    }
}
