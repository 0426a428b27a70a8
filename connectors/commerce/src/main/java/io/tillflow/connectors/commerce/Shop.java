package io.tillflow.connectors.commerce;

import io.tillflow.connectors.provider.EffectKey;
import io.tillflow.processes.SupportRead;
import io.tillflow.processes.SupportState;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Our own shop's service interface: what the processes ask of it beyond what every shop answers about its orders. */
public interface Shop extends Orders {
    /**
     * What a label of one of its parcels needs.
     *
     * @param parcel the return whose exchange it brings; anything else is the order's own
     */
    OrderFacts facts(String orderId, String parcel);

    /** What letters say of the shop. */
    ShopFront front();

    /** What a letter about an account says; empty when it would come too late to be of use. */
    Optional<AccountLetter> accountLetter(String letterId);

    /** What a letter about a left cart says; empty when nobody wants it any more. The shop counts it as written. */
    Optional<CartReminder> cartReminder(String reminderId);

    /** Whether whoever ordered still gets letters that their order does not need, and where they stop them. */
    LetterStop letterStop(String orderId);

    AllocationResult allocate(String orderId, EffectKey key);

    /** Gives back reservation, allocation and place in line. */
    void release(String orderId, EffectKey key);

    ShippingLock lockForShipping(String orderId, EffectKey key);

    void showReturn(String returnId, ReturnNews news, EffectKey key);

    /** What came back with a return is for sale again. */
    void restock(String returnId, EffectKey key);

    /** Whether what a shopper wanted instead leaves; from then on it cannot be called off. */
    boolean lockExchange(String returnId, EffectKey key);

    /** What a shopper's question says beyond its topic. */
    SupportRead readSupport(String requestId);

    /** The words with which a question began, for a model; never to become process variables. */
    String words(String requestId);

    /**
     * Answers a shopper's question; the shop fills in what the text leaves blank.
     *
     * @param language of the text, as en or de; the order's when it is not given
     */
    RuleAnswer answer(String requestId, String text, @Nullable String language, EffectKey key);

    void showSupport(String requestId, SupportState state, EffectKey key);

    /** The words of a message, for a letter; never to become process variables. */
    String message(String messageId);

    /** Whether a letter stands in the conversation of the order now; never when it is not of who ordered. */
    boolean takeLetter(String orderNumber, OrderLetter letter);

    /** Tells a shopper something in the shop itself; false when there is nobody to tell any more. */
    boolean tellShopper(ShopperNotice notice, EffectKey key);

    /** Offers a payment on the order's page; false when the order was paid anew with another one meanwhile, which stays. */
    boolean linkPayment(String orderId, PaymentLinkForOrder link, EffectKey key);
}
