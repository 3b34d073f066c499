// The starting topics of trades, behind insight/topic_rules.hpp. Words are matched folded, so that singulars
// serve for plurals; a comma parts terms. English, then German, French, Spanish.

#include <array>

#include "insight/topic_rules.hpp"

namespace attune::insight {
namespace {

struct Entry {
  const char* name;
  const char* terms;
};

constexpr std::array kRestaurant{
    Entry{"Food",
          "food, dish, meal, taste, tasty, flavor, flavour, portion, menu, delicious, bland, essen, gericht, "
          "speise, geschmack, "
          "portion, karte, lecker, cuisine, plat, repas, goût, carte, comida, plato, sabor, carta, ración"},
    Entry{"Drinks",
          "drink, wine, beer, cocktail, coffee, tea, water, juice, getränk, wein, bier, kaffee, wasser, "
          "boisson, vin, bière, "
          "café, eau, bebida, vino, cerveza, agua"},
    Entry{
        "Staff",
        "staff, waiter, waitress, server, service, host, hostess, owner, chef, manager, bartender, "
        "bedienung, kellner, "
        "personal, kellnerin, serveur, serveuse, personnel, accueil, camarero, camarera, personal, atención"},
    Entry{"Waiting",
          "wait, waited, waiting, slow, queue, line, reservation, booking, table, warten, gewartet, "
          "wartezeit, langsam, "
          "reservierung, tisch, attente, attendre, attendu, lent, réservation, espera, esperar, esperamos, "
          "lento, reserva, mesa"},
    Entry{"Atmosphere",
          "atmosphere, ambience, ambiance, music, noise, loud, decor, view, terrace, cosy, cozy, seating, "
          "ambiente, "
          "atmosphäre, musik, laut, aussicht, terrasse, gemütlich, décor, musique, bruit, vue, música, "
          "ruido, vista, terraza"},
    Entry{"Price",
          "price, expensive, cheap, value, bill, overpriced, pricey, cost, tip, preis, teuer, günstig, "
          "rechnung, prix, cher, "
          "addition, rapport qualité, precio, caro, barato, cuenta"},
    Entry{"Cleanliness",
          "clean, dirty, hygiene, toilet, smell, sticky, hair, sauber, schmutzig, toilette, geruch, propre, "
          "sale, odeur, "
          "toilettes, limpio, sucio, baño, olor"},
    Entry{"Location",
          "location, parking, neighborhood, neighbourhood, street, lage, parkplatz, parken, emplacement, "
          "parking, quartier, "
          "ubicación, aparcamiento, barrio"},
    Entry{"Delivery",
          "delivery, takeaway, takeout, take out, delivered, packaging, lieferung, geliefert, abholung, "
          "livraison, livré, à emporter, "
          "entrega, para llevar, domicilio"}};

constexpr std::array kHotel{
    Entry{"Room",
          "room, suite, bed, mattress, pillow, furniture, balcony, zimmer, bett, matratze, kissen, balkon, "
          "chambre, lit, matelas, "
          "oreiller, habitación, cama, colchón, almohada, balcón"},
    Entry{"Bathroom",
          "bathroom, shower, toilet, towel, tub, bathtub, hot water, bad, badezimmer, dusche, handtuch, "
          "salle de bain, douche, "
          "serviette, baño, ducha, toalla"},
    Entry{"Cleanliness",
          "clean, cleanliness, dirty, stain, mold, mould, smell, bugs, bed bug, dust, housekeeping, sauber, "
          "sauberkeit, schmutzig, "
          "schimmel, geruch, propre, propreté, sale, odeur, limpio, limpieza, sucio, olor"},
    Entry{"Staff",
          "staff, front desk, reception, receptionist, manager, service, helpful, friendly, rude, concierge, "
          "personal, rezeption, "
          "mitarbeiter, freundlich, hilfsbereit, accueil, réceptionniste, recepción, amable, atención"},
    Entry{"Breakfast and food",
          "breakfast, buffet, dinner, restaurant, food, coffee, bar, frühstück, abendessen, essen, kaffee, "
          "petit déjeuner, "
          "petit-déjeuner, dîner, repas, café, desayuno, cena, comida"},
    Entry{"Location",
          "location, located, walking distance, beach, downtown, airport, station, lage, strand, innenstadt, "
          "bahnhof, flughafen, zentrum, "
          "emplacement, situé, plage, gare, centre, ubicación, playa, centro, estación, aeropuerto"},
    Entry{"Noise and sleep",
          "noise, noisy, loud, quiet, sleep, thin wall, traffic, lärm, laut, ruhig, schlafen, hellhörig, "
          "bruit, bruyant, calme, "
          "dormir, ruido, ruidoso, tranquilo"},
    Entry{"Price",
          "price, expensive, value, cheap, fee, charge, deposit, overpriced, preis, teuer, günstig, gebühr, "
          "prix, cher, frais, precio, "
          "caro, barato, cargo"},
    Entry{
        "Pool and wellness",
        "pool, spa, sauna, gym, hot tub, jacuzzi, fitness, schwimmbad, wellness, piscine, piscina, gimnasio"},
    Entry{"Wi-Fi and equipment",
          "wifi, wi-fi, internet, tv, television, air conditioning, air conditioner, heating, heater, "
          "elevator, lift, wlan, "
          "fernseher, klimaanlage, heizung, aufzug, télé, climatisation, chauffage, ascenseur, televisión, "
          "aire acondicionado, calefacción, ascensor"},
    Entry{"Parking",
          "parking, garage, valet, shuttle, parkplatz, parken, stationnement, navette, aparcamiento, "
          "estacionamiento"},
    Entry{"Check-in and booking",
          "check-in, check in, checkin, check-out, checkout, booking, booked, reservation, key, "
          "cancellation, buchung, gebucht, "
          "reservierung, schlüssel, réservation, réservé, clé, reserva, reservado, llave"}};

constexpr std::array kShop{
    Entry{"Quality",
          "quality, broke, broken, defective, faulty, durable, material, fell apart, sturdy, damaged, "
          "qualität, kaputt, defekt, material, "
          "stabil, beschädigt, qualité, cassé, défectueux, matière, solide, abîmé, calidad, roto, "
          "defectuoso, dañado"},
    Entry{"Size and fit",
          "size, fit, fits, small, large, tight, loose, length, größe, passt, eng, weit, länge, taille, "
          "serré, longueur, talla, "
          "ajuste, apretado, largo"},
    Entry{"Look",
          "color, colour, design, style, look, picture, photo, pattern, farbe, muster, aussehen, foto, "
          "couleur, motif, photo, estilo, diseño"},
    Entry{"Price",
          "price, expensive, cheap, value, money, discount, coupon, sale, overpriced, preis, teuer, günstig, "
          "rabatt, gutschein, prix, cher, "
          "réduction, promotion, precio, caro, barato, descuento, oferta"},
    Entry{"Delivery",
          "delivery, delivered, shipping, shipped, package, parcel, courier, tracking, arrived, late, "
          "lieferung, geliefert, versand, paket, "
          "verspätet, livraison, livré, colis, expédition, retard, entrega, envío, paquete, retraso"},
    Entry{"Packaging",
          "packaging, packed, box, wrapping, verpackung, verpackt, karton, emballage, emballé, carton, "
          "embalaje, caja"},
    Entry{"Returns and refunds",
          "refund, return, returned, exchange, warranty, money back, rückgabe, rücksendung, umtausch, "
          "erstattung, garantie, retour, "
          "remboursement, échange, devolución, reembolso, cambio, garantía"},
    Entry{"Customer service",
          "customer service, support, service, reply, response, email, phone, staff, kundenservice, "
          "kundendienst, antwort, hotline, "
          "service client, réponse, téléphone, atención al cliente, respuesta, teléfono"},
    Entry{"Ordering",
          "website, checkout, order, payment, account, app, bestellung, webseite, zahlung, konto, commande, "
          "site, paiement, compte, pedido, "
          "web, pago, cuenta"},
    Entry{"Choice",
          "selection, choice, range, stock, out of stock, available, auswahl, sortiment, lager, verfügbar, "
          "choix, gamme, stock, disponible, "
          "selección, variedad, existencias"}};

constexpr std::array kApp{
    Entry{"Crashes and bugs",
          "crash, crashes, crashed, bug, error, freeze, freezes, glitch, not working, stopped working, "
          "absturz, stürzt, fehler, hängt, "
          "plante, erreur, bogue, bloque, fallo, error, se cierra"},
    Entry{"Speed and battery",
          "slow, lag, loading, battery, speed, fast, langsam, lädt, akku, lent, chargement, batterie, lento, "
          "carga, batería"},
    Entry{"Ease of use",
          "easy, interface, ui, design, navigation, confusing, intuitive, simple, einfach, oberfläche, "
          "bedienung, unübersichtlich, facile, "
          "ergonomie, fácil, interfaz, intuitivo"},
    Entry{"Features",
          "feature, option, function, functionality, update, version, missing, funktion, aktualisierung, "
          "fonctionnalité, mise à jour, función, "
          "actualización, opción"},
    Entry{"Login and account",
          "login, log in, password, account, sign in, sign up, verification, anmelden, passwort, konto, "
          "connexion, mot de passe, compte, "
          "iniciar sesión, contraseña, cuenta"},
    Entry{"Price and subscription",
          "price, subscription, subscribe, pay, paid, expensive, charge, trial, free, preis, abo, "
          "abonnement, bezahlen, teuer, prix, "
          "abonnement, payer, cher, precio, suscripción, pagar, caro"},
    Entry{"Advertising",
          "ad, ads, advert, advertisement, popup, werbung, anzeige, publicité, pub, anuncio, publicidad"},
    Entry{"Support",
          "support, customer service, help, response, reply, kundendienst, hilfe, antwort, assistance, aide, "
          "réponse, soporte, ayuda, respuesta"},
    Entry{"Privacy",
          "privacy, data, permission, tracking, datenschutz, daten, berechtigung, confidentialité, données, "
          "privacidad, datos, permiso"}};

constexpr std::array kClinic{
    Entry{"Treatment",
          "treatment, treated, surgery, operation, procedure, diagnosis, pain, medication, care, behandlung, "
          "operation, diagnose, schmerz, "
          "medikament, traitement, opération, diagnostic, douleur, soin, tratamiento, operación, "
          "diagnóstico, dolor, medicación"},
    Entry{"Doctors",
          "doctor, dr, consultant, surgeon, dentist, physician, gp, arzt, ärztin, zahnarzt, médecin, "
          "docteur, dentiste, médico, doctora, dentista"},
    Entry{"Nurses and staff",
          "nurse, staff, reception, receptionist, midwife, pfleger, schwester, personal, empfang, "
          "infirmière, infirmier, personnel, "
          "accueil, enfermera, enfermero, recepción"},
    Entry{"Waiting",
          "wait, waited, waiting, waiting time, waiting room, delay, hours, queue, warten, wartezeit, "
          "gewartet, wartezimmer, attente, attendu, "
          "salle d'attente, espera, esperar, sala de espera"},
    Entry{"Appointments",
          "appointment, booking, cancelled, phone, letter, termin, abgesagt, telefon, brief, rendez-vous, "
          "annulé, téléphone, cita, "
          "cancelada, teléfono"},
    Entry{"Communication",
          "information, explained, explain, explanation, listened, listen, communication, told, erklärt, "
          "erklärung, zugehört, aufklärung, "
          "expliqué, écouté, information, explicó, explicación, escuchó, información"},
    Entry{"Cleanliness and rooms",
          "clean, cleanliness, dirty, ward, room, toilet, bed, sauber, schmutzig, zimmer, station, propre, "
          "sale, chambre, limpio, "
          "sucio, habitación"},
    Entry{"Food", "food, meal, menu, essen, mahlzeit, repas, nourriture, comida, menú"},
    Entry{"Parking and access",
          "parking, car park, transport, access, parkplatz, zugang, parking, accès, aparcamiento, acceso"},
    Entry{"Cost",
          "price, cost, expensive, insurance, bill, preis, kosten, versicherung, rechnung, prix, coût, "
          "assurance, facture, precio, coste, seguro, factura"}};

constexpr std::array kServices{
    Entry{
        "Quality of work",
        "work, job, quality, result, repair, fixed, mistake, professional, thorough, arbeit, qualität, "
        "ergebnis, reparatur, fehler, "
        "gründlich, travail, qualité, résultat, réparation, erreur, trabajo, calidad, resultado, reparación"},
    Entry{"People",
          "staff, team, technician, driver, employee, friendly, rude, helpful, polite, mitarbeiter, "
          "techniker, fahrer, freundlich, unfreundlich, "
          "équipe, technicien, chauffeur, aimable, equipo, técnico, conductor, amable"},
    Entry{"Punctuality",
          "time, late, punctual, delay, wait, waited, schedule, on time, pünktlich, verspätet, verspätung, "
          "gewartet, ponctuel, retard, attente, "
          "puntual, tarde, retraso, espera"},
    Entry{"Communication",
          "communication, email, phone, call, reply, response, informed, contact, antwort, telefon, "
          "erreichbar, rückruf, réponse, téléphone, "
          "contact, respuesta, llamada, teléfono"},
    Entry{"Price",
          "price, quote, cost, expensive, invoice, bill, value, cheap, charge, preis, kosten, teuer, "
          "rechnung, angebot, prix, devis, cher, facture, "
          "precio, presupuesto, caro, factura"},
    Entry{"Booking",
          "booking, booked, appointment, cancel, cancelled, reschedule, website, termin, buchung, abgesagt, "
          "rendez-vous, réservation, annulé, "
          "cita, reserva, cancelado"},
    Entry{"Claims and refunds",
          "refund, claim, complaint, compensation, insurance, policy, erstattung, reklamation, versicherung, "
          "schaden, remboursement, "
          "réclamation, assurance, reembolso, reclamación, seguro"}};

template <std::size_t Size>
std::vector<TopicRule> rules_of(std::string_view trade, const std::array<Entry, Size>& entries) {
  std::vector<TopicRule> rules;
  for (const Entry& entry : entries) {
    TopicRule rule;
    rule.id = std::string{trade} + ":" + entry.name;
    rule.name = entry.name;
    rule.origin = snapshot::TopicOrigin::Taxonomy;
    std::string_view rest = entry.terms;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(','), rest.size());
      std::string_view term = rest.substr(0, end);
      while (!term.empty() && term.front() == ' ') term.remove_prefix(1);
      if (!term.empty()) rule.terms.push_back({std::string{term}, 1});
      rest.remove_prefix(std::min(end + 1, rest.size()));
    }
    rules.push_back(std::move(rule));
  }
  return rules;
}

}  // namespace

std::vector<std::string> taxonomy_names() {
  return {"restaurant", "hotel", "shop", "app", "clinic", "services"};
}

std::vector<TopicRule> taxonomy(std::string_view name) {
  if (name == "restaurant") return rules_of(name, kRestaurant);
  if (name == "hotel") return rules_of(name, kHotel);
  if (name == "shop") return rules_of(name, kShop);
  if (name == "app") return rules_of(name, kApp);
  if (name == "clinic") return rules_of(name, kClinic);
  if (name == "services") return rules_of(name, kServices);
  return {};
}

}  // namespace attune::insight
