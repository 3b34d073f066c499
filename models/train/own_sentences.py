"""More short sentences of our own: what customers want (intents) and whom and what they name (entities). Fixed seed; they train and are never measured on."""
import random
import re

import people
import tagged

ITEMS = "order,parcel,package,shoes,jacket,blender,sofa,phone case,coffee machine,dress,tickets,headphones,lamp,book,gift card,subscription box,mattress,tyres,bike,cake".split(",")
ACCOUNTS = "subscription,membership,account,contract,plan,insurance,booking,reservation,order,appointment,newsletter,free trial,policy".split(",")
WHEN = "yesterday,last week,two weeks ago,on Monday,ten days ago,in March,on 3 May,a month ago,this morning,last Friday".split(",")

INTENT_PATTERNS = {
    "refund": ("I want my money back|I would like a refund|please refund me|I want a full refund for the {i}|How do I get my money back?|when will I get my refund|where is my refund|can you refund the {i}|"
               "I returned the {i} {w} and still have no refund|I demand a refund|refund please|I sent the {i} back, please return the money|Can I get a refund for my {i}?|give me my money back|"
               "I was charged twice and want the money back|is it possible to be reimbursed for the {i}|My refund has not arrived|I need to be reimbursed|the {i} broke, I expect a refund|"
               "I'd like to return the {i} and get my money back|What is your refund policy?|You still owe me for the {i} I returned {w}|the refund of the {i} has not reached my account"),
    "order status": ("Where is my {i}?|where is my order|When will my {i} arrive?|I ordered the {i} {w} and it is still not here|has my {i} been shipped yet|Can you track my {i}?|track my order|"
                     "what is the status of my order|order status please|Any news on my {i}?|The tracking has not moved since {w}|how long until the {i} gets here|when is the {i} being delivered|"
                     "My {i} should have come {w}, where is it?|Has my order gone out?|is my {i} on its way|when can I expect delivery of the {i}|I have not received my {i} yet|still waiting for my {i}|"
                     "could you tell me where the {i} is|Did you send the {i} already?|The {i} was due {w}. What is happening with it?|What's the ETA of my {i}?|I paid {w}, has it been dispatched"),
    "cancellation": ("Please cancel my {a}|I want to cancel my {a}|cancel my {a}|How do I cancel the {a}?|I am leaving for another company|I will not renew my {a}|close my account please|I'm cancelling my {a}|"
                     "Please stop my {a}|I am going to switch to a competitor|We are taking our business elsewhere|I have decided to end my {a}|I no longer want the {a}, cancel it|terminate my {a}|"
                     "delete my account|unsubscribe me|After this I am cancelling|I'm done with you, moving to another provider|this is the last time I order here, cancel my {a}|"
                     "I have been a customer for years, but I am leaving|if this goes on we will leave|I'd like to call off my {a}|We will be changing supplier next month|can I get out of my {a}"),
    "suggestion": ("You should offer more sizes|It would be great if you opened earlier|maybe add a dark mode|I wish you sold {i}s|please consider a loyalty card|Could you add PayPal as a payment option|"
                   "I suggest putting up a sign|a bigger car park would help|more vegetarian dishes would be nice|You could improve the website search|it'd be nice to have online booking|"
                   "why not send a text when the {i} is ready|I would recommend hiring more staff|would love to see more colours|next time put the sauce on the side|An app would be useful|"
                   "You should add more vegetarian options|more seats outside please|One idea: let us pay at the table|the {i} should come with instructions"),
    "complaint": ("The {i} arrived broken|my {i} does not work|I was overcharged for the {i}|the {i} is the wrong size|nobody answers my e-mails|I waited an hour and nobody came|you sent the wrong {i}|"
                  "The {i} stopped working after a day|I am very unhappy with the {i}|this is unacceptable|Your staff were rude to me {w}|half of my {i} was missing|I want to complain about the {i}|"
                  "the website keeps crashing|the {i} was cold and late|I have called five times and nobody helps|There is a hole in the {i}|I'd like to make a complaint"),
    "question": ("When do you open?|what are your opening hours|Do you deliver to Leeds?|how much is the {i}|Is the {i} in stock?|Does the {i} come in blue?|Which size should I take?|do you accept credit cards|"
                 "Are dogs allowed?|is there parking nearby|Can I pay in cash?|What is the difference between the two {i}s?|How long does the battery last?|Is the {i} machine washable?|do you have vegan options|"
                 "What material is the {i} made of?|when do you open on Sundays|does it work with a Mac"),
    "request": ("please send me an invoice|I need a copy of my receipt|can you change my address|Please call me back|I would like to book a table for four|could you send me the {i} in red instead|"
                "I'd like to order another {i}|book me an appointment {w2}|please update my e-mail|I want to change my delivery address|Can you put me through to a manager?|reset my password please|"
                "can I speak to somebody|please send a replacement for the {i}|I need to move my appointment to {w2}|reserve one {i} for me|Could you please repair the {i}"),
    "praise": ("I love my {i}|best {i} ever|the {i} is wonderful|great service, thanks to everybody|your team is fantastic|The {i} exceeded my expectations|Could not be happier with the {i}|"
               "five stars for the {i}|everything was perfect|the staff were lovely|so pleased with the {i}|Top quality {i}"),
    "thanks": ("thank you|thanks a lot|thank you so much for your help|many thanks|thanks for the quick reply|cheers|thank you for the {i}|thanks, that helped|much appreciated|Thank you very much for sorting the {i} out"),
    "other": ("ok|yes|no|hello|hi there|good morning|bye|I see|my number is below|it is for my sister|sure|let me check|I bought it {w}|one moment|that is all|the blue one|test|My name is Sam|We came by train"),
}
OPENINGS = ["", "", "", "", "", "Hello, ", "Hi, ", "Hi there. ", "Good morning, ", "Dear team, ", "hey "]
CLOSINGS = ["", "", "", "", "", " Thanks.", " Thank you!", " please", " Order #{n}.", " (order {n})", " Regards", "!!", " asap"]


def intents(each=420, seed=31):
    """[(text, intent)]."""
    chance, result = random.Random(seed), []
    for intent, patterns in INTENT_PATTERNS.items():
        for _ in range(each):
            text = chance.choice(patterns.split("|")).replace("{i}", chance.choice(ITEMS)).replace("{a}", chance.choice(ACCOUNTS)).replace("{w}", chance.choice(WHEN))
            text = text.replace("{w2}", chance.choice(["tomorrow", "next Tuesday", "on Friday", "at noon"]))
            text = chance.choice(OPENINGS) + text + chance.choice(CLOSINGS).replace("{n}", str(chance.randint(1000, 999999)))
            text = text[:1].upper() + text[1:] if chance.random() < 0.4 else text
            result.append((text.lower() if chance.random() < 0.2 else text, intent))
    return result


SURNAMES = ("Smith Jones Brown Taylor Murphy O'Brien Kelly Evans Walker Wright Hughes Green Hall Wood Clarke Patel Khan Singh Begum Chen Wang Li Nguyen Kim Park Tanaka Sato Garcia Lopez Martinez "
            "Gonzalez Silva Santos Rossi Ferrari Müller Schmidt Weber Fischer Dubois Laurent Moreau Jansen de Vries Svensson Nielsen Kowalski Novak Ivanov Okafor Mensah Diallo Abdi Hussein Demir Yilmaz Cohen").split(" ")
COMPANIES = ("Amazon,Google,Apple,Microsoft,Tesco,Aldi,Lidl,Walmart,Target,Costco,Starbucks,McDonald's,Burger King,Subway,Ikea,Zara,H&M,Nike,Adidas,Samsung,Sony,Dell,HP,Lenovo,Asus,FedEx,UPS,DHL,Royal Mail,"
             "USPS,Hermes,PayPal,Visa,Mastercard,Barclays,HSBC,Lloyds,Chase,Vodafone,O2,Verizon,AT&T,Comcast,Netflix,Spotify,Uber,Lyft,Ryanair,EasyJet,Lufthansa,British Airways,Hilton,Marriott,Airbnb,Booking.com,"
             "Deliveroo,Zomato,eBay,Etsy,Shopify,Trustpilot,Facebook,Instagram,Twitter,Bosch,Siemens,Philips,Canon,Nikon,Toyota,Ford,Volkswagen,BMW,Fiat,Nestle,Oxfam,NHS,BBC,Fairview Dental,"
             "Green Leaf Cafe,Harbour Books,Miller & Sons,Blue Door Bakery,Northside Garage,City Gym,Oakwood Clinic,Bella Pizza,Sunrise Travel,Quick Parcel,Acme Ltd,Lotus Spa").split(",")
PRODUCTS = ("iPhone 12,iPhone,Galaxy S21,Kindle,Echo Dot,Alexa,iPad,MacBook Pro,ThinkPad,PlayStation 5,Xbox,Nintendo Switch,AirPods,Windows 10,Photoshop,Excel,Chromebook,Roomba,Nespresso,Instant Pot,Thermomix,"
            "Fitbit,GoPro Hero 9,Kindle Paperwhite,Fire TV Stick,Pixel 6,Surface Pro,Corolla,Golf,Big Mac,Whopper,Coca-Cola,Nutella,Lego,Air Max,Gmail,WhatsApp,Office 365,DeskJet 2700,Walkman").split(",")
PLACE_NAMES = ("London,Leeds,Manchester,Dublin,New York,Boston,Chicago,Los Angeles,Texas,California,Paris,Lyon,Berlin,Munich,Vienna,Zurich,Madrid,Barcelona,Rome,Milan,Lisbon,Amsterdam,Brussels,Copenhagen,Stockholm,Oslo,"
               "Warsaw,Prague,Istanbul,Dubai,Mumbai,Delhi,Bangalore,Hyderabad,Tokyo,Seoul,Beijing,Shanghai,Singapore,Sydney,Melbourne,Toronto,Canada,Germany,France,Spain,Italy,India,China,Japan,Mexico,Brazil,"
               "England,Scotland,Ireland,the UK,the US,Europe,Oxford Street,High Street,Heathrow,Brighton,Bristol,Glasgow,Cardiff,Seattle,Denver,Miami,Florida").split(",")
DATES = ("Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday,yesterday,tomorrow,last week,last Monday,next Friday,3 May,12 June 2023,March 3rd,May 2024,2024-05-17,04/11/2023,17.05.2024,two weeks ago,"
         "the 5th of July,24 December,Christmas Eve,last month,this weekend,August,October 2022,Saturday night,three days ago").split(",")
MONEYS = "$20,$5.99,£30,£12.50,50 €,€15,19,99 EUR,100 dollars,20 euros,USD 45,five pounds,10 bucks,$1,200,£3k,250 CHF,¥3000,₹500,99 cents,30 quid".replace("19,99", "19.99").replace("$1,200", "$1.200").split(",")
ENTITY_SENTENCES = (
    "{person} was very helpful|{person} at {organisation} was rude|I spoke to {person} on {date}|ask for {person}, great waiter|Thanks to {person} and {person}|my name is {person}|{person} from {organisation} called me {date}|"
    "I bought the {product} for {money}|I paid {money} for this {product}|{organisation} charged me {money} on {date}|The {product} arrived on {date}|ordered {date}, still nothing from {organisation}|"
    "the shop in {place} is closed|We stayed in {place} in {date}|flying from {place} to {place} with {organisation}|{organisation} is cheaper|much better than {organisation}|I went to the {place} branch|"
    "It cost me {money}|refund of {money}|{money} is too much for a coffee|My {product} stopped working after {date}|the {product} by {organisation} is great|I use it with my {product}|"
    "{person} cut my hair at {organisation} in {place}|Dr {person} listened to me|the manager, {person}, gave us {money} back|delivery to {place} took until {date}|{organisation} delivered it to {place} {date}|"
    "bought from {organisation} {date}|Great {product}, fast delivery by {organisation}|I live in {place} and order from {organisation}|On {date} {person} promised a refund of {money}|"
    "Never buying a {product} from {organisation} again|{organisation} customer service in {place} is a joke|Compared with {product} it is slow|Yours, {person}|{person}|"
    "The food was great and the service friendly|nothing works and nobody answers|I love the colour and the fit|Good value, would buy again|The Room was clean and the Staff were lovely|May I return it|it may arrive late").split("|")


def full_name(chance):
    first = chance.choice(people.FEMALE + people.MALE) if chance.random() < 0.9 else people.invented(chance)
    return first if chance.random() < 0.55 else f"{first} {chance.choice(SURNAMES)}" if chance.random() < 0.7 else chance.choice(["Mr", "Mrs", "Ms"]) + " " + chance.choice(SURNAMES)


def entities(count=5000, seed=37):
    """[chunks]."""
    chance, result = random.Random(seed), []
    fillers = {"person": lambda: full_name(chance), "organisation": lambda: chance.choice(COMPANIES), "product": lambda: chance.choice(PRODUCTS), "place": lambda: chance.choice(PLACE_NAMES),
               "date": lambda: chance.choice(DATES), "money": lambda: chance.choice(MONEYS)}
    for _ in range(count):
        pattern, text, spans = chance.choice(ENTITY_SENTENCES), "", []
        for part in re.split(r"(\{\w+\})", pattern):
            if part.startswith("{"):
                kind = part[1:-1]
                value = fillers[kind]()
                begin = len(text) + (4 if value.startswith("the ") and kind != "date" else 0)
                text += value
                spans.append((begin, len(text), kind))
            else:
                text += part
        style = chance.random()
        text = text.lower() if style < 0.2 else text[:1].upper() + text[1:] if style < 0.7 else text
        end = chance.choice(["", ".", "!", " :)"])
        result.append(tagged.of_spans(text + end, entities=spans))
    return result
