package io.tillflow.connectors.letterboxes;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.urlMatching;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.junit5.WireMockExtension;
import io.tillflow.connectors.letterboxes.ToldLetter.Outcome;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Letters about orders reach the shop's conversations where that is asked for; the rest are events as ever. */
class LettersToSupportIT extends LetterboxCase {
    @RegisterExtension
    static final WireMockExtension SHOP = WireMockExtension.newInstance()
            .options(WireMockConfiguration.options().dynamicPort().bindAddress("127.0.0.1"))
            .build();

    private static final String CALLS = "/api/v1/service/orders/by-number/.*";
    private static final String ADAS = "/api/v1/service/orders/by-number/UM-7/messages";

    @BeforeEach
    void theShopKnowsAnOrder() {
        shop = URI.create(SHOP.baseUrl());
        SHOP.stubFor(post(urlMatching(CALLS))
                .willReturn(okJson("{\"taken\": false}"))
                .atPriority(9));
        SHOP.stubFor(post(urlEqualTo(ADAS))
                .withRequestBody(matchingJsonPath("$.from", equalTo("ada@example.com")))
                .willReturn(okJson("{\"taken\": true}")));
    }

    @Test
    void aLetterAboutAnOrderStandsInItsConversationAndIsNoEvent() {
        beginToSupport();
        mail.deliver("INBOX", head("<1@x>", "Re: Your order um-7") + """
                MIME-Version: 1.0
                Content-Type: multipart/mixed; boundary=b

                --b
                Content-Type: text/plain

                It is broken.

                On Mon, 2 Mar 2026 Ullmere wrote:
                > Your order has left.
                --b
                Content-Type: image/png; name=plate.png
                Content-Disposition: attachment; filename=plate.png
                Content-Transfer-Encoding: base64

                YSBwaWN0dXJl
                --b--
                """, now());
        look();
        assertThat(events()).isEmpty();
        SHOP.verify(
                1,
                postRequestedFor(urlEqualTo(ADAS))
                        .withRequestBody(matchingJsonPath("$.id", equalTo("<1@x>")))
                        .withRequestBody(matchingJsonPath("$.text", equalTo("It is broken.")))
                        .withRequestBody(matchingJsonPath("$.attachments", equalTo("1"))));
        assertThat(told.of(id)).singleElement().satisfies(it -> {
            assertThat(it.outcome()).isEqualTo(Outcome.SUPPORT);
            assertThat(it.explanation()).isEqualTo("stands in the conversation about order UM-7");
            assertThat(it.eventId()).isNull();
        });
    }

    @Test
    void whatTheShopDoesNotTakeIsAnEventAsEver() {
        beginToSupport();
        letter("<other@x>", "Order UM-8", "");
        letter("<none@x>", "No order at all", "");
        letter("<many@x>", "UM-1 UM-2 UM-3 UM-4 and UM-7", "");
        look();
        assertThat(events()).containsExactly(id + "/<other@x>", id + "/<none@x>", id + "/<many@x>");
        SHOP.verify(1, postRequestedFor(urlMatching(CALLS)));
        // read again, as after a move of the mailbox: what was an event stays one
        SHOP.stubFor(post(urlMatching(CALLS)).willReturn(okJson("{\"taken\": true}")));
        database.sql("update connectors.letterbox set next_uid = 1 where id = :id")
                .param("id", id)
                .update();
        look();
        SHOP.verify(1, postRequestedFor(urlMatching(CALLS)));
    }

    @Test
    void noMachineAndNotTheShopItselfBeginsAConversation() {
        beginToSupport();
        letter("<away@x>", "UM-7", "Auto-Submitted: auto-replied\n");
        letter("<list@x>", "UM-7", "List-Id: <news.example.com>\n");
        letter("<bounce@x>", "UM-7", "Return-Path: <>\n");
        for (String own : new String[] {mail.login(), "Hello@ullmere.example"}) {
            mail.deliver("INBOX", "From: " + own + "\nMessage-ID: <" + own + ">\nSubject: UM-7\n\nYour order\n", now());
        }
        look();
        SHOP.verify(0, postRequestedFor(urlMatching(CALLS)));
        assertThat(told.of(id)).hasSize(5).noneMatch(it -> it.outcome() == Outcome.SUPPORT);
    }

    @Test
    void lettersWaitWhileTheShopIsAwayAndNothingIsAskedWhereItIsOff() {
        SHOP.stubFor(post(urlEqualTo(ADAS)).willReturn(aResponse().withStatus(503)));
        beginToSupport();
        letter("<1@x>", "UM-7", "");
        look();
        assertThat(position().trouble()).contains("a letter about order UM-7");
        assertThat(events()).isEmpty();
        assertThat(told.of(id)).isEmpty();
        theShopKnowsAnOrder();
        look();
        assertThat(position().trouble()).isNull();
        assertThat(told.of(id)).singleElement().matches(it -> it.outcome() == Outcome.SUPPORT);

        toSupport = false;
        change(box("INBOX", USUAL, 100, false));
        letter("<2@x>", "UM-7", "");
        look();
        assertThat(events()).containsExactly(id + "/<2@x>");
    }

    private void beginToSupport() {
        toSupport = true;
        begin(box("INBOX", USUAL, 100, false));
        assertThat(kept().ordersToSupport()).isTrue();
    }
}
