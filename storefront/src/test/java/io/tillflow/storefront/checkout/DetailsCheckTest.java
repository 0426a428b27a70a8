package io.tillflow.storefront.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillflow.storefront.checkout.DetailsForm.AddressForm;
import io.tillflow.storefront.checkout.DetailsForm.Contact;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DetailsCheckTest {
    private static final AddressForm HOME =
            new AddressForm("Mara Lindqvist-Oberhausen", "Straße der Pariser Kommune 18", "", "10243", "Berlin", "DE");

    @Test
    void takesGoodDetailsAndTidiesThem() {
        DetailsCheck.Result result = check("  Mara@Example.ORG ", HOME);
        assertThat(result.problems()).isEmpty();
        assertThat(result.details()).get().satisfies(d -> {
            assertThat(d.email()).isEqualTo("mara@example.org");
            assertThat(d.billing()).isEqualTo(d.shipping());
        });
    }

    @Test
    void anEmptyFormNamesEveryFieldThatIsNeeded() {
        DetailsCheck.Result result = DetailsCheck.check(new DetailsForm(null, null, null, null));
        assertThat(result.problems())
                .extracting(FieldProblem::field)
                .containsExactly(
                        "contact.email", "shipping.name", "shipping.street", "shipping.town", "shipping.postcode");
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "a@b", "a b@c.de", "a@b..de", "a@", "@b.de", "a@b.de,c@d.de", "<a@b.de>"})
    void refusesWhatIsNoAddress(String email) {
        assertThat(check(email, HOME).problems())
                .extracting(FieldProblem::field)
                .containsExactly("contact.email");
    }

    @ParameterizedTest
    @CsvSource({
        "DE,10243,true",
        "DE,1024,false",
        "AT,1070,true",
        "NL,1012 AB,true",
        "NL,1012,false",
        "PL,00-950,true",
        "SE,116 20,true",
        "IE,D02 AF30,true",
        "IE,12345,false"
    })
    void knowsHowPostcodesLook(String country, String postcode, boolean good) {
        AddressForm there = new AddressForm("Ann Bee", "Street 1", "", postcode, "Town", country);
        assertThat(check("a@b.de", there).problems().isEmpty()).isEqualTo(good);
    }

    @Test
    void checksTheBillingAddressOnItsOwn() {
        AddressForm bad = new AddressForm("", "Street 1", "", "10243", "Berlin", "DE");
        DetailsForm form = new DetailsForm(new Contact("a@b.de", null), HOME, bad, "standard");
        assertThat(DetailsCheck.check(form).problems())
                .extracting(FieldProblem::field)
                .containsExactly("billing.name");
    }

    @Test
    void refusesWhatDoesNotFitOnALabel() {
        AddressForm hostile = new AddressForm("x".repeat(81), "Street\u0007 1", "", "10243", "Berlin", "DE");
        List<FieldProblem> problems = check("a@b.de", hostile).problems();
        assertThat(problems).extracting(FieldProblem::field).containsExactly("shipping.name", "shipping.street");
    }

    private static DetailsCheck.Result check(String email, AddressForm shipping) {
        return DetailsCheck.check(new DetailsForm(new Contact(email, null), shipping, null, "standard"));
    }
}
