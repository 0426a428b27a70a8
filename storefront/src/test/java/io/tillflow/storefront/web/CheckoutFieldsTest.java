package io.tillflow.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.checkout.DetailsForm;
import io.tillflow.storefront.checkout.DetailsForm.AddressForm;
import io.tillflow.storefront.terms.Country;
import java.util.List;
import org.junit.jupiter.api.Test;

class CheckoutFieldsTest {
    private static final List<Country> REACHED = List.of(Country.AT, Country.NL);

    @Test
    void aCountryThatIsNoLongerReachedStaysChosen() {
        CheckoutFields fields = in("SE");
        assertThat(fields.offered("shipping", REACHED)).containsExactly(Country.AT, Country.NL, Country.SE);
        assertThat(fields.country("shipping", REACHED)).isEqualTo("SE");
    }

    @Test
    void nobodySaidOneYet() {
        CheckoutFields fields = in("");
        assertThat(fields.offered("shipping", REACHED)).isEqualTo(REACHED);
        assertThat(fields.country("shipping", REACHED)).isEqualTo("AT");
        assertThat(CheckoutFields.all(REACHED))
                .startsWith(Country.AT, Country.NL)
                .containsOnlyOnce(Country.AT)
                .containsExactlyInAnyOrder(Country.values());
    }

    private static CheckoutFields in(String country) {
        AddressForm address = new AddressForm("", "", "", "", "", country);
        return new CheckoutFields(new DetailsForm(null, address, null, null), List.of(), null);
    }
}
