"""What the intents of public dialogue sets mean to a shop, and adapters for their rows; read by corpora.py."""

INTENTS = ["complaint", "praise", "question", "request", "suggestion", "cancellation", "refund", "order status", "thanks", "other"]

BITEXT = {"cancel_order": "cancellation", "check_cancellation_fee": "cancellation", "delete_account": "cancellation",
          "get_refund": "refund", "track_refund": "refund", "check_refund_policy": "refund", "track_order": "order status",
          "delivery_period": "order status", "complaint": "complaint", "payment_issue": "complaint",
          "registration_problems": "complaint", "check_invoice": "request", "get_invoice": "request", "delivery_options": "question",
          "check_payment_methods": "question"}
BANKING = {"request_refund": "refund", "Refund_not_showing_up": "refund", "cancel_transfer": "cancellation",
           "terminate_account": "cancellation", "card_arrival": "order status", "card_delivery_estimate": "order status",
           "pending_transfer": "order status", "transfer_timing": "order status", "balance_not_updated_after_bank_transfer": "complaint",
           "card_not_working": "complaint", "transaction_charged_twice": "complaint", "extra_charge_on_statement": "complaint",
           "wrong_amount_of_cash_received": "complaint", "card_payment_fee_charged": "complaint", "top_up_failed": "complaint",
           "get_physical_card": "request", "order_physical_card": "request", "change_pin": "request", "edit_personal_details": "request",
           "country_support": "question", "age_limit": "question", "exchange_rate": "question", "visa_or_mastercard": "question",
           "supported_cards_and_currencies": "question", "atm_support": "question", "fiat_currency_support": "question"}
CLINC = {"cancel": "cancellation", "cancel_reservation": "cancellation", "order_status": "order status",
         "application_status": "order status", "lost_luggage": "complaint", "card_declined": "complaint", "report_fraud": "complaint",
         "thank_you": "thanks", "restaurant_reservation": "request", "book_hotel": "request", "order": "request",
         "replacement_card_duration": "order status", "nutrition_info": "question", "insurance": "question", "interest_rate": "question",
         "yes": "other", "no": "other", "greeting": "other", "goodbye": "other", "meaning_of_life": "other",
         "international_fees": "question", "new_card": "request", "schedule_maintenance": "request", "ingredients_list": "question",
         "how_busy": "question", "accept_reservations": "question", "flight_status": "order status"}
MULTIDOGO = {"thankyou": "thanks", "openinggreeting": "other", "closinggreeting": "other", "confirmation": "other", "rejection": "other",
             "contentonly": "other", "outofdomain": "other", "changeseatassignment": "request", "orderpizzaintent": "request",
             "orderdrinkintent": "request", "startserviceintent": "request", "getproofofinsurance": "request", "updateaddress": "request",
             "bookflight": "request", "getboardingpass": "request", "checkclaimstatus": "order status", "reportbrokensoftware": "complaint",
             "reportbrokenphone": "complaint", "disputecharge": "complaint", "closeaccount": "cancellation",
             "cancelserviceintent": "cancellation", "stoporder": "cancellation", "getinformationintent": "question",
             "checkserverstatus": "question", "getseatinfo": "question", "expensereport": "request"}
# Turns that say nothing of a topic.
EMPTY = {"thankyou", "openinggreeting", "closinggreeting", "confirmation", "rejection", "contentonly", "outofdomain"}


def asked(key, names, rest, family):
    """Intent by `names` (others: `rest`), and the set's own finer label as a topic."""
    def adapt(row):
        own = row[key]
        labels = {}
        if names.get(own, rest):
            labels["intent"] = names.get(own, rest)
        if own and own not in EMPTY and " " not in own and "<" not in own:
            labels["topic"] = (family, own)
        return (row["text"], labels) if labels else None
    return adapt


def dialogue(row):
    acts = set(row["acts"])
    labels = {}
    if "THANK_YOU" in acts and not acts & {"REQUEST", "INFORM_INTENT"}:
        labels["intent"] = "thanks"
    elif acts == {"REQUEST"}:
        labels["intent"] = "question"
    elif "INFORM_INTENT" in acts and "THANK_YOU" not in acts:
        labels["intent"] = "request"
        if len(row["service"]) == 1:
            labels["topic"] = ("services", row["service"][0].split("_")[0])
    elif acts <= {"AFFIRM", "NEGATE", "INFORM", "SELECT"}:
        labels["intent"] = "other"
    return (row["text"], labels) if labels else None
