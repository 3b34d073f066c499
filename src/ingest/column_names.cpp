#include "ingest/column_names.hpp"

#include <algorithm>

#include "base/ascii.hpp"
#include "base/latin.hpp"
#include "base/utf8.hpp"

namespace attune::ingest {
namespace {

struct RoleWords {
  ColumnRole role;
  std::string_view words;  // normalised names, separated by '|', usual ones first
};

// English, German, French, Spanish, Italian, Portuguese, Dutch, Swedish, Danish/Norwegian, Polish. Accents
// are written without (base/latin.hpp).
constexpr RoleWords kWords[] = {
    {ColumnRole::Text,
     "text|review|review text|review body|review "
     "content|reviewtext|body|content|comment|comments|message|feedback|description|"
     "review description|comment body|opinion|answer|verbatim|tweet|post|reviews text|review "
     "comment|customer feedback|public review|"
     "open ended response|what could we do better|main reason for your score|reason for your score|what "
     "should we "
     "change|what should we improve|what could we improve|what did you like|anything else|was sollten "
     "wir|was konnen "
     "wir|qu est ce que nous|que podemos mejorar|negative review|positive review|"
     "bewertungstext|rezension|bewertung "
     "text|kommentar|kommentare|nachricht|beschreibung|ruckmeldung|meinung|"
     "avis|commentaire|commentaires|texte|remarque|resena|comentario|comentarios|opinion|texto|mensaje|"
     "descripcion|"
     "recensione|commento|commenti|testo|messaggio|avaliacao|mensagem|beoordelingstekst|opmerking|"
     "opmerkingen|bericht|tekst|reactie|"
     "omdome|recension|kommentarer|meddelande|anmeldelse|besked|opinia|komentarz|tresc|recenzja"},
    {ColumnRole::Title,
     "title|review title|review headline|headline|subject|summary|review "
     "summary|heading|titel|betreff|uberschrift|zusammenfassung|"
     "titre|sujet|objet|titulo|asunto|resumen|titolo|oggetto|assunto|onderwerp|rubrik|amne|overskrift|emne|"
     "tytul|temat"},
    {ColumnRole::Rating,
     "rating|stars|star rating|review stars|review rating|score|overall|overall rating|reviewer "
     "score|reviews rating|star|note|grade|rate|"
     "bewertung|sterne|sternebewertung|punktzahl|etoiles|notation|evaluation|calificacion|"
     "puntuacion|estrellas|valoracion|"
     "valutazione|voto|stelle|punteggio|classificacao|nota|estrelas|pontuacao|beoordeling|sterren|cijfer|"
     "betyg|stjarnor|"
     "bedommelse|stjerner|karakter|ocena|gwiazdki"},
    {ColumnRole::Nps,
     "nps|nps score|net promoter score|likelihood to recommend|would you recommend us|how likely is it that "
     "you would recommend|how likely are you to recommend|recommend score|recommendation score|"
     "weiterempfehlung|weiterempfehlungsbereitschaft|wie wahrscheinlich ist es dass sie|"
     "recommandation|quelle est la probabilite que vous recommandiez|recomendacion|"
     "que tan probable es que nos recomiende|que probabilidad hay de que nos recomiende|raccomandazione|"
     "quanto e probabile che ci consigli|recomendacao|qual a probabilidade de nos recomendar|aanbeveling|"
     "hoe waarschijnlijk is het dat u ons aanbeveelt|hur troligt ar det att du rekommenderar|"
     "hvor sandsynligt er det at du vil anbefale|jak prawdopodobne jest polecenie"},
    {ColumnRole::Csat,
     "csat|csat score|satisfaction score|satisfaction|satisfaction rating|customer satisfaction|"
     "how satisfied|how satisfied are you|how satisfied were you|overall satisfaction|survey results|"
     "conversation rating|zufriedenheit|kundenzufriedenheit|wie zufrieden|gesamtzufriedenheit|satisfaction "
     "client|satisfaccion|soddisfazione|satisfacao|tevredenheid|klanttevredenheid|nojdhet|kundnojdhet|"
     "tilfredshed|kundetilfredshed|tilfredshet|zadowolenie|satysfakcja"},
    {ColumnRole::Ces,
     "ces|ces score|customer effort score|effort score|customer effort|effort|how easy was it|ease|ease of "
     "use|aufwand|wie einfach war es|effort client|facilidad|esfuerzo|facilita|inspanning|gemak"},
    {ColumnRole::Label, "sentiment|label|polarity|emotion|stimmung|tonalitat|sentimiento|sentimento"},
    {ColumnRole::Reply,
     "reply|response|company response|owner response|developer reply text|owner reply|merchant reply|answer "
     "text|review reply|seller response|"
     "antwort|reponse|respuesta|risposta|resposta|antwoord|svar|odpowiedz|host response|management response"},
    {ColumnRole::Language,
     "language|lang|review language|reviewer language|locale|user "
     "language|sprache|langue|idioma|lingua|taal|sprak|sprog|jezyk"},
    {ColumnRole::Source,
     "source|channel|platform|via|site|provider|source type|review "
     "source|origin|medium|quelle|kanal|plattform|canal|fuente|fonte|canale|"
     "plataforma|bron|kanaal|kalla|kilde|zrodlo"},
    {ColumnRole::Url, "url|link|review url|review link|href|permalink|lien|enlace|collegamento|adres url"},
    {ColumnRole::CustomerName,
     "name|author|reviewer|customer|customer name|reviewer name|user|username|user name|review "
     "username|nickname|author name|full name|"
     "display name|buyer|buyer name|guest|guest name|requester|billing name|client|consumer name|reviews "
     "username|"
     "autor|kunde|kundenname|verfasser|nutzer|benutzername|kaufer|gast|auteur|nom|nom du client|utilisateur|"
     "cliente|nombre|usuario|nombre del cliente|autore|nome cliente|utente|usuario|nome do "
     "cliente|klant|klantnaam|naam|gebruiker|"
     "kund|kundnamn|anvandare|forfattare|forfatter|bruger|klient|imie i nazwisko|uzytkownik"},
    {ColumnRole::FirstName,
     "first name|firstname|given name|forename|vorname|prenom|nombre de pila|primer nombre|nome|primeiro "
     "nome|voornaam|fornamn|fornavn|imie|property firstname"},
    {ColumnRole::LastName,
     "last name|lastname|surname|family name|nachname|familienname|nom de "
     "famille|apellido|apellidos|cognome|sobrenome|apelido|achternaam|efternamn|efternavn|etternavn|nazwisko|"
     "property lastname"},
    {ColumnRole::CustomerId,
     "customer id|customerid|customer number|client id|user id|userid|reviewer id|reviewerid|contact "
     "id|member id|review consumer user id|"
     "requester id|respondent id|buyer id|account id|person id|subscriber id|kundennummer|kunden "
     "id|kundennr|numero client|id client|"
     "id cliente|numero de cliente|codice cliente|numero cliente|codigo do cliente|klantnummer|klant "
     "id|kundnummer|kundenummer|id klienta|numer klienta|visitor id|visitorid|household id|household "
     "key|loyalty card|card holder id"},
    {ColumnRole::Email,
     "email|e mail|email address|customer email|reviewer email|mail|requester email|billing email|from email "
     "address|e mail adresse|"
     "adresse email|adresse e mail|courriel|correo|correo electronico|posta elettronica|indirizzo "
     "email|endereco de email|e mailadres|"
     "mailadres|e post|epost|e postadress|adres e mail|recipient email|property email"},
    {ColumnRole::Phone,
     "phone|phone number|telephone|mobile|mobile number|cell|billing phone|contact phone "
     "number|telefon|telefonnummer|handy|mobil|"
     "telephone portable|numero de "
     "telephone|telefono|movil|cellulare|telefone|celular|telefoon|telefoonnummer|mobiel|numer telefonu"},
    {ColumnRole::Place,
     "place|location|city|store|store id|store name|shop id|branch|billing city|shipping "
     "city|town|venue|ort|stadt|filiale|standort|ville|lieu|magasin|ciudad|lugar|"
     "tienda|sucursal|citta|luogo|negozio|cidade|local|loja|plaats|stad|winkel|vestiging|butik|by|miasto|"
     "miejsce|ship city"},
    {ColumnRole::PostalCode,
     "zip|zip code|postal code|postcode|billing zip|shipping zip|ship zipcode|plz|postleitzahl|code "
     "postal|codigo postal|cap|cep|postnummer|kod pocztowy"},
    {ColumnRole::Country,
     "country|country code|billing country|shipping country|ship country|country "
     "region|land|staat|pays|pais|paese|kraj|nation|reviewer nationality"},
    {ColumnRole::Date,
     "date|review date|created|created at|created on|creation date|timestamp|time|date "
     "created|submitted|submitted at|submission date|"
     "review created utc|review submit date and time|review time|order date|purchase date|invoice "
     "date|invoicedate|sale date|paid at|start date|"
     "created utc|create date|date added|reviews date|create time|createtime|published|published "
     "at|at|datetime|end date|submit date utc|review created|"
     "signup date|joined|date time|event time|order purchase timestamp|recorded date|date of review|updated "
     "at|last updated|"
     "datum|bewertungsdatum|erstellt|erstellt am|bestelldatum|rechnungsdatum|zeitstempel|zeit|date de "
     "creation|date de l avis|date de commande|"
     "fecha|fecha de creacion|fecha de pedido|creado|data|data ordine|data creazione|data do pedido|data de "
     "criacao|besteldatum|aangemaakt|"
     "aangemaakt op|skapad|orderdatum|dato|oprettet|ordredato|bestillingsdato|utworzono|data zamowienia"},
    {ColumnRole::ClosedDate,
     "closed|closed at|closed date|solved at|resolved at|resolved|fulfilled at|completed at|date "
     "shipped|delivered at|cancelled at|closed time|resolved time|last closed at|solved|date closed|"
     "geschlossen|erledigt am|geschlossen am|gelost am|ferme le|resolu le|cloture le|cerrado|cerrado el|"
     "resuelto el|chiuso|chiuso il|risolto il|fechado em|resolvido em|gesloten op|opgelost op|stangd|lost|"
     "lukket|lost dato|zamkniete|data zamkniecia"},
    {ColumnRole::FirstReplyDate,
     "first reply at|first reply|first replied at|first response at|first response|first response date|"
     "initial response time|first reply date|first admin reply at|first teammate reply at|responded at|"
     "replied at|erste antwort|erste antwort am|erstantwort|premiere reponse|premiere reponse le|primera "
     "respuesta|prima risposta|primeira resposta|eerste antwoord|eerste reactie|forsta svar|forste svar|"
     "pierwsza odpowiedz"},
    {ColumnRole::SubscriptionStart,
     "subscription start|subscription start date|subscription created|current period start|contract start|"
     "contract start date|member since|customer since|trial start|start of contract|plan start|membership "
     "start|abo beginn|abobeginn|vertragsbeginn|kunde seit|mitglied seit|debut abonnement|debut du contrat|"
     "client depuis|inicio suscripcion|inicio de suscripcion|cliente desde|inizio abbonamento|cliente dal|"
     "inicio da assinatura|begin abonnement|klant sinds|startdatum abonnement|kund sedan|kunde siden|"
     "poczatek umowy|klient od"},
    {ColumnRole::SubscriptionEnd,
     "subscription end|subscription end date|subscription ended|canceled at|canceled at utc|ended at|"
     "cancellation date|cancel date|churn date|contract end|contract end date|current period end|expiry "
     "date|expires at|expiration date|end of contract|membership end|unsubscribed at|vertragsende|"
     "kundigungsdatum|gekundigt am|abo ende|fin abonnement|fin du contrat|date de resiliation|fin "
     "suscripcion|fecha de baja|fine abbonamento|data di disdetta|fim da assinatura|data de cancelamento|"
     "einde abonnement|opzegdatum|uppsagd|avslutad|opsagt|koniec umowy|data rezygnacji"},
    {ColumnRole::Churned,
     "churn|churned|churn label|churn value|is churned|exited|attrition|attrition flag|has churned|left|"
     "abgewandert|gekundigt|hat gekundigt|resilie|parti|baja|abandono|disdetto|abbandono|"
     "cancelou|opgezegd|vertrokken|uppsagt|har sagt upp|odszedl|rezygnacja"},
    {ColumnRole::OrderId,
     "order id|orderid|order number|order|order no|invoice|invoice no|invoiceno|invoice id|transaction "
     "id|receipt|sale id|payment id|basket id|receipt number|"
     "bestellnummer|auftragsnummer|rechnungsnummer|bestellung|numero de commande|commande|n commande|numero "
     "de pedido|pedido|id pedido|"
     "numero ordine|ordine|numero do pedido|bestelnummer|ordernummer|ordrenummer|numer "
     "zamowienia|zamowienie"},
    {ColumnRole::Product,
     "product|product name|item|item name|product title|lineitem name|sku name|article|listing|listing "
     "title|clothing id|"
     "produkt|produktname|artikel|artikelname|bezeichnung|produit|nom du produit|producto|nombre del "
     "producto|articulo|prodotto|"
     "nome prodotto|articolo|produto|nome do produto|productnaam|produktnamn|vare|varenavn|nazwa "
     "produktu|towar"},
    {ColumnRole::ProductId,
     "product id|productid|sku|asin|stock code|stockcode|item id|itemid|variant id|lineitem sku|listing "
     "id|barcode|ean|gtin|upc|handle|product handle|"
     "product number|parent asin|artikelnummer|produktnummer|reference|referencia|codice prodotto|codigo do "
     "produto|artikelnr|varenummer|kod produktu|variant sku"},
    {ColumnRole::Category,
     "category|product category|department|department name|class name|division name|type|product "
     "type|categories|kategorie|warengruppe|categorie|categoria|kategori|kategoria|ticket type"},
    {ColumnRole::Quantity,
     "quantity|qty|lineitem "
     "quantity|units|count|pieces|stock|in stock|stock quantity|inventory|inventory quantity|variant "
     "inventory "
     "qty|bestand|lagerbestand|en stock|existencias|giacenza|estoque|voorraad|lager|stan "
     "magazynowy|menge|anzahl|stuck|quantite|cantidad|quantita|quantidade|aantal|antal|"
     "antall|ilosc"},
    {ColumnRole::Amount,
     "amount|total|order total|total price|revenue|sales|net sales|gross|gross sales|total spent|value|price "
     "total|payment|item total|grand total|sales value|"
     "line total|total collected|net|sum|order value|conversion value|conv value|purchases conversion "
     "value|total "
     "amount|betrag|summe|gesamt|gesamtbetrag|umsatz|montant|total ttc|importe|"
     "monto|ingresos|importo|totale|valor|valor "
     "total|bedrag|totaal|omzet|belopp|summa|belob|kwota|suma|wartosc"},
    {ColumnRole::UnitPrice,
     "price|unit price|unitprice|lineitem price|item price|variant price|regular "
     "price|preis|einzelpreis|stuckpreis|prix|prix unitaire|precio|precio unitario|prezzo|prezzo "
     "unitario|preco|preco unitario|prijs|stukprijs|pris|cena"},
    {ColumnRole::UnitCost,
     "cost per item|unit cost|cost price|purchase price|cost of goods|cogs|wholesale cost|buying "
     "price|einkaufspreis|einstandspreis|ek preis|cout unitaire|prix d achat|coste unitario|costo "
     "unitario|precio de compra|prezzo di acquisto|prezzo d acquisto|custo unitario|preco de "
     "compra|inkoopprijs|kostprijs|inkopspris|innkjopspris|indkobspris|koszt jednostkowy|cena zakupu"},
    {ColumnRole::Currency, "currency|currency code|wahrung|devise|moneda|valuta|moeda|waluta"},
    {ColumnRole::Discount,
     "discount|discount amount|discounts|total "
     "discount|rabatt|nachlass|remise|descuento|sconto|desconto|korting|rabat|coupon"},
    {ColumnRole::Refund,
     "refund|refunded amount|amount refunded|refunds|partial "
     "refunds|erstattung|remboursement|reembolso|rimborso|terugbetaling|aterbetalning|zwrot"},
    {ColumnRole::RecordId,
     "id|review id|reviewid|ticket id|record id|response id|case number|case id|number|nr|row id|message "
     "id|comment id|index|uuid|network id|lp"},
    {ColumnRole::Status,
     "status|state|financial status|fulfillment status|order status|ticket "
     "status|statut|estado|stato|zustand|lead status|response type|stan"},
    {ColumnRole::Priority,
     "priority|urgency|severity|prioritat|dringlichkeit|priorite|prioridad|priorita|prioridade|prioriteit|"
     "prioritet|priorytet"},
    {ColumnRole::Tags,
     "tags|tag|labels|keywords|topics|schlagworte|etiquetas|etichette|trefwoorden|etiketter|tagi"},
    {ColumnRole::Agent,
     "agent|assignee|owner|assigned to|staff|staff name|handled by|support agent|contact "
     "owner|bearbeiter|zustandig|agente|operatore|medewerker|handlaggare|medarbejder"},
    {ColumnRole::Consent,
     "consent|opt in|accepts marketing|accepts email marketing|email marketing "
     "consent|subscribed|newsletter|einwilligung|consentement|consentimiento|consenso|toestemming|samtycke|"
     "zgoda|email opt in"},
    {ColumnRole::Campaign,
     "campaign|campaign name|utm campaign|kampagne|kampagnenname|campagne|nom de la campagne|campana|nombre "
     "de "
     "la campana|campagna|nome campagna|campanha|nome da campanha|campagnenaam|kampanj|kampanjnamn|kampanje|"
     "kampania|nazwa kampanii"},
    {ColumnRole::Cost,
     "cost|costs|amount spent|spend|spent|ad spend|total cost|media cost|marketing cost|advertising "
     "cost|cost "
     "per ticket|handling cost|support cost|support costs|cost of support|service cost|service "
     "costs|customer "
     "service cost|customer service costs|helpdesk cost|helpdesk costs|kosten|ausgaben|ausgegebener "
     "betrag|werbekosten|supportkosten|servicekosten|kundendienstkosten|kosten "
     "kundendienst|cout|couts|montant "
     "depense|depenses|cout du support|couts du support|cout du service client|couts du service "
     "client|coste|costes|costo|importe gastado|gasto|coste de soporte|costes de soporte|coste de atencion "
     "al "
     "cliente|costes de atencion al cliente|costo de soporte|spesa|importo speso|costi|custo|custos|valor "
     "gasto|uitgaven|besteed bedrag|kostnad|kostnader|omkostning|omkostninger|koszt|koszty|wydatki|wydana "
     "kwota"},
    {ColumnRole::EventName,
     "event|event name|event type|action|activity|ereignis|evenement|evento|gebeurtenis|handelse|zdarzenie"},
};

bool is_lower(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }

// Whether `words` occurs in `name` between word borders.
bool holds_words(std::string_view name, std::string_view words) {
  for (std::size_t at = name.find(words); at != std::string_view::npos; at = name.find(words, at + 1)) {
    const bool begins = at == 0 || name[at - 1] == ' ';
    const std::size_t end = at + words.size();
    if (begins && (end == name.size() || name[end] == ' ')) return true;
  }
  return false;
}

// How strongly one of the role's words matches: earlier words of a list are more usual and count a little
// more.
double strength_of(std::string_view name, std::string_view words) {
  double best = 0;
  std::size_t place = 0;
  while (!words.empty()) {
    const std::size_t bar = words.find('|');
    const std::string_view word = words.substr(0, bar);
    words = bar == std::string_view::npos ? std::string_view{} : words.substr(bar + 1);
    const double usual = place++ == 0 ? 0.02 : 0.0;
    if (name == word) return 1.0 - 0.02 + usual;
    if (word.size() >= 4 && word != "name" && holds_words(name, word)) {
      const double covered = static_cast<double>(word.size()) / static_cast<double>(name.size());
      const bool at_end = name.ends_with(word);  // "review date": the last word is what it is
      best = std::max(best, 0.25 + 0.4 * covered + (at_end ? 0.15 : 0.0));
    }
  }
  return best;
}

}  // namespace

std::string normalized_name(std::string_view name) {
  std::string spaced;
  for (std::size_t at = 0; at < name.size();) {
    const utf8::CodePoint point = utf8::read_at(name, at);
    if (point.value < 0x80) {
      const char c = name[at];
      const bool begins_word = is_upper(c) && at > 0 &&
                               (is_lower(name[at - 1]) ||
                                (at + 1 < name.size() && is_upper(name[at - 1]) && is_lower(name[at + 1])));
      const bool is_kept = is_lower(c) || is_upper(c) || (c >= '0' && c <= '9') || c == '#';
      if ((begins_word || !is_kept) && !spaced.empty() && spaced.back() != ' ') spaced.push_back(' ');
      if (is_kept) spaced.push_back(ascii_lower(c));
    } else {
      const char32_t folded = without_accent(point.value);
      const bool is_space = folded == 0xA0 || folded == 0xFEFF || folded == 0x200B;
      if (is_space) {
        if (!spaced.empty() && spaced.back() != ' ') spaced.push_back(' ');
      } else {
        utf8::append(spaced, folded);
      }
    }
    at += point.size_bytes;
  }
  while (!spaced.empty() && spaced.back() == ' ') spaced.pop_back();
  return spaced;
}

std::vector<NameMatch> roles_of_name(std::string_view name) {
  const std::string normal = normalized_name(name);
  std::vector<NameMatch> matches;
  if (normal.empty()) return matches;
  for (const RoleWords& words : kWords) {
    if (const double strength = strength_of(normal, words.words); strength > 0)
      matches.push_back({words.role, strength});
  }
  std::stable_sort(matches.begin(), matches.end(),
                   [](const NameMatch& a, const NameMatch& b) { return a.strength > b.strength; });
  return matches;
}

bool is_known_column_name(std::string_view name) {
  const std::vector<NameMatch> matches = roles_of_name(name);
  return !matches.empty() && matches.front().strength >= 0.95;
}

}  // namespace attune::ingest
