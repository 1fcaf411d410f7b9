// SPDX-License-Identifier: Apache-2.0
package io.signalbox.simulator.world;

import static io.signalbox.simulator.world.WorldBuilder.agent;
import static io.signalbox.simulator.world.WorldBuilder.ask;
import static io.signalbox.simulator.world.WorldBuilder.likes;
import static io.signalbox.simulator.world.WorldBuilder.needs;
import static io.signalbox.simulator.world.WorldBuilder.query;
import static io.signalbox.simulator.world.WorldBuilder.waitsFor;

/** The named part of every world: a web shop with an assistant. */
public final class Shop {
  /** Fewest services a world has. */
  public static final int SMALLEST = 10;

  /** Services of the whole shop. */
  public static final int WHOLE = 12;

  /** The node that models are asked at. */
  public static final String MODEL_PROVIDER = "api.openai.com";

  /** The node that models are asked at when the usual one refuses. */
  public static final String FALLBACK_PROVIDER = "api.anthropic.com";

  /** The service that asks models. */
  public static final String ASSISTANT = "assistant";

  /** The service that works on its own, in turns. */
  public static final String AGENT = "support-agent";

  /** The model the assistant usually asks. */
  public static final String MODEL = "gpt-4o-2024-08-06";

  private static final String FALLBACK_MODEL = "claude-sonnet-4-5";
  private static final long MODEL_PATIENCE_MS = 30_000;

  private final WorldBuilder world;
  private final Operation convert;
  private final Operation ads;
  private final Operation mail;
  private final Operation quote;
  private final Operation ship;
  private final Operation list;
  private final Operation product;
  private final Operation suggest;
  private final Operation charge;
  private final Operation addItem;
  private final Operation getCart;
  private final Operation emptyCart;

  private Shop(WorldBuilder world) {
    this.world = world;
    Service currency =
        world.service("currency", "rust", "1.4.2", 2, "converted {amount} at rate table {n}");
    convert = world.grpc(currency, "shop.Currency/Convert", 0.9);
    Service ad = world.service("ad", "java", "2.1.0", 2, "served {n} ads for context of {user}");
    ads = world.grpc(ad, "shop.Ads/GetAds", 3);
    Service email =
        world.service("email", "python", "1.0.7", 2, "order mail {id} handed over in {ms} ms");
    mail = world.http(email, "POST /send-confirmation", 9);
    Service shipping =
        world.service("shipping", "rust", "1.8.3", 2, "quote {amount} for {n} items", "label {id}");
    quote = world.http(shipping, "POST /quote", 2.5);
    ship = world.http(shipping, "POST /ship", 6);

    Peer catalogueDb = world.peer("catalogue-db", 5432, "postgresql");
    Service catalogue =
        world.service(
            "catalogue", "go", "3.2.1", 3, "query took {ms} ms, {n} rows", "cache hit {id}");
    list =
        world.grpc(
            catalogue,
            "shop.Catalogue/ListProducts",
            3,
            query(catalogueDb, "catalogue", "SELECT products", 0.5, 4));
    product =
        world.grpc(
            catalogue,
            "shop.Catalogue/GetProduct",
            1.5,
            query(catalogueDb, "catalogue", "SELECT products", 0.4, 2));
    Service recommendation =
        world.service("recommendation", "python", "1.9.4", 2, "{n} candidates ranked in {ms} ms");
    suggest = world.grpc(recommendation, "shop.Recommendation/List", 7, needs(list, 0.6));

    Peer paymentDb = world.peer("payment-db", 5432, "postgresql");
    Service payment =
        world.service(
            "payment", "java", "2.3.1", 3, "charged {amount} to card of {user}, ref {id}");
    charge =
        world.grpc(
            payment,
            "shop.Payment/Charge",
            14,
            query(paymentDb, "payment", "INSERT charges", 1, 5));
    Peer cartCache = world.peer("cart-cache", 6379, "redis");
    Service cart = world.service("cart", "dotnet", "1.12.0", 2, "cart of {user} has {n} items");
    addItem = world.grpc(cart, "shop.Cart/AddItem", 1.2, query(cartCache, "0", "HSET", 1, 0.7));
    getCart = world.grpc(cart, "shop.Cart/GetCart", 0.8, query(cartCache, "0", "HGET", 1, 0.6));
    emptyCart = world.grpc(cart, "shop.Cart/EmptyCart", 0.8, query(cartCache, "0", "DEL", 1, 0.6));
  }

  /**
   * Adds the shop.
   *
   * @param services how many there may be; the assistant and the agent come last
   */
  static void addTo(WorldBuilder world, int services) {
    Shop shop = new Shop(world);
    Operation placeOrder = shop.checkout();
    Service frontend =
        world.service("frontend", "nodejs", "4.0.3", 3, "GET page for {user} from {ip} in {ms} ms");
    shop.pages(frontend, placeOrder);
    if (services > SMALLEST) {
      shop.ai(frontend, services >= WHOLE);
    }
  }

  private Operation checkout() {
    Service checkout =
        world.service("checkout", "go", "2.7.0", 2, "order {id} of {user} placed, total {amount}");
    return world.grpc(
        checkout,
        "shop.Checkout/PlaceOrder",
        5,
        needs(getCart, 1),
        needs(product, 1),
        needs(convert, 1),
        needs(quote, 1),
        needs(charge, 1),
        needs(ship, 1),
        needs(emptyCart, 1),
        likes(mail, 1));
  }

  private void pages(Service frontend, Operation placeOrder) {
    Operation home =
        world.http(frontend, "GET /", 5, needs(list, 0.6), likes(convert, 0.4), likes(ads, 0.4));
    Operation show =
        world.http(
            frontend,
            "GET /product/{id}",
            4,
            needs(product, 1),
            likes(convert, 0.4),
            likes(suggest, 0.4),
            likes(ads, 0.3));
    Operation add = world.http(frontend, "POST /cart", 4, needs(addItem, 1));
    Operation view =
        world.http(
            frontend, "GET /cart", 4, needs(getCart, 1), needs(product, 0.7), likes(quote, 0.6));
    Operation order = world.http(frontend, "POST /cart/checkout", 6, waitsFor(placeOrder, 10_000));
    world.entrance(home, 0.32, "browse");
    world.entrance(show, 0.30, "browse");
    world.entrance(add, 0.12, "cart");
    world.entrance(view, 0.10, "cart");
    world.entrance(order, 0.08, "checkout");
  }

  private void ai(Service frontend, boolean withAgent) {
    Peer provider = world.peer(MODEL_PROVIDER, 443, "openai");
    Peer fallback = world.peer(FALLBACK_PROVIDER, 443, "anthropic");
    Service assistant =
        world.service(
            ASSISTANT, "python", "0.9.2", 2, "answered {user} with {n} tokens in {ms} ms");
    Operation chat =
        world.http(
            assistant,
            "POST /v1/chat",
            4,
            likes(product, 0.3),
            ask(provider, MODEL, fallback, FALLBACK_MODEL));
    Operation advise =
        world.http(frontend, "POST /assistant", 4, waitsFor(chat, MODEL_PATIENCE_MS));
    world.entrance(advise, 0.06, "advice");
    if (withAgent) {
      Service agent =
          world.service(AGENT, "python", "0.4.1", 2, "case {id} of {user} closed after {n} steps");
      Operation solve =
          world.http(
              agent,
              "POST /cases",
              6,
              agent(waitsFor(chat, MODEL_PATIENCE_MS), likes(getCart, 1), 3));
      Operation support =
          world.http(frontend, "POST /support", 4, waitsFor(solve, 2 * MODEL_PATIENCE_MS));
      world.entrance(support, 0.02, "support");
    }
  }
}
