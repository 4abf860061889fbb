package io.holdfast.shipment.declaration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.holdfast.targeting.ProfileFieldNames;
import io.holdfast.value.InvalidValueException;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@DisplayNameGeneration(ReplaceUnderscores.class)
class ProfileFieldTest {
    @Test
    void every_name_that_is_accepted_has_a_value_and_the_other_way_round() {
        assertThat(ProfileField.names()).containsExactlyElementsOf(ProfileFieldNames.NAMES);
        assertThat(ProfileFieldNames.NAMES)
                .allSatisfy(name -> assertThat(ProfileField.named(name).name()).isEqualTo(name));
        assertThat(ProfileField.named("attributes.importType").name()).isEqualTo("attributes.importType");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "hs7", "HS6", "attributes.", "shipmentId"})
    void any_other_name_is_refused(String name) {
        assertThatThrownBy(() -> ProfileField.named(name)).isInstanceOf(InvalidValueException.class);
    }

    @ParameterizedTest
    @CsvSource({"0, 0", "0.01, ..5", "4.99, ..5", "5, 5..8", "8, 8..10", "199.9, 50..200", "200, 200..", "1000, 200.."})
    void a_band_holds_its_lower_edge(double percent, String band) {
        assertThat(Bands.TAX_RATE.of(percent)).isEqualTo(band);
    }
}
