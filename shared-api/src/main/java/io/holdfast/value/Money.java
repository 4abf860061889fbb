package io.holdfast.value;

import java.math.BigDecimal;
import java.util.Currency;

/** An amount in a currency (ISO 4217); never negative. */
public record Money(BigDecimal amount, Currency currency) {
    /** @throws InvalidValueException if the currency is missing or {@link Check#quantity} refuses the amount */
    public Money {
        amount = Check.quantity(amount, "money.amount");
        Check.present(currency, "money.currency");
    }

    /** An amount in the currency with the given ISO 4217 code. */
    public static Money of(String amount, String currencyCode) {
        return new Money(new BigDecimal(amount), Currency.getInstance(currencyCode));
    }
}
