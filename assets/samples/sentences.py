"""What guests of the made-up bakery say. "[a|b]" stands for one of its parts, "{product}" for the review's product.

Each list is a deck: make_samples.py draws through all of it before a sentence pattern comes back.
"""

PRAISE = {
    "product": [
        "The {product} [is|was] [wonderful|excellent|outstanding|a small miracle|exactly right][| again|, as always].",
        "[I|We] came for the {product} and [stayed for a second one|left with three more|was not disappointed|would do it again tomorrow].",
        "[Best|Easily the best|Probably the best] {product} [in town|this side of the river|I have had in years|for miles around].",
        "You can [taste|smell|tell] that [somebody cares|they take their time|nothing comes out of a packet here].",
        "My [daughter|son|husband|wife|neighbour|grandmother] [asks for|keeps talking about|would walk an hour for] the {product}.",
        "[Crisp outside, soft inside|Light, buttery and still warm|Not too sweet, which I like|Full of flavour], [perfect|just lovely|what more do you want].",
        "The {product} [never disappoints|makes my morning|alone is worth the trip|disappeared within minutes at the office].",
        "[Fresh|Still warm] at [seven|half past six|eight] in the morning, [and it shows|what a start to the day|I could get used to that].",
        "Had the {product} [for the first time|on a friend's advice|by chance], [and now I am a regular|no regrets|wow].",
    ],
    "sourdough": [
        "The new sourdough is [incredible|the best thing they have ever made|a revelation|everything a loaf should be].",
        "[Finally|At last] a [proper|real|serious] sourdough, [dark crust|open crumb|deep flavour] and it [keeps for days|stays moist until Thursday|toasts beautifully].",
        "I [drive twenty minutes|cross the whole town|get up early on Saturdays] for the [new |]country sourdough [and it is worth it|, that says it all|].",
        "[That sourdough!|The sourdough, my goodness.] [Slightly sour, chewy, perfect crust.|We finished half of it on the way home.|Please never stop making it.]",
        "Since [June|the summer] they bake a country sourdough and [I have stopped baking my own|the whole street smells of it|we order two every week].",
        "The sourdough with [nothing but butter|a bit of cheese|tomatoes and salt] is [dinner enough|heaven|my new favourite meal].",
    ],
    "staff": [
        "[The staff is|Everyone behind the counter is|The two ladies in the morning are] [so friendly|kind and quick|patient even when it is full|genuinely nice].",
        "They [remembered my order|remember my name|knew what my dog is called] after [two visits|a week|a single visit].",
        "[Maya|The young man at the till|The owner] [recommended|let us try|explained] [something new|a few things|the different flours] and [was right|it made our day|took her time].",
        "[Such|What] a [warm|lovely|cheerful] welcome[| every time| on a grey Monday].",
        "When I [forgot my scarf|left my umbrella|dropped my cake] they [ran after me|kept it for me|gave me a new one, no questions asked].",
        "Asked about [nuts|allergens|lactose] and got a [clear|careful|proper] answer, [not a shrug|thank you|that is rare].",
    ],
    "place": [
        "[Cosy|Bright|Calm] [place|room|corner] to [read|work for an hour|meet a friend|watch the street].",
        "The [terrace|garden|window seat] is [a gem|lovely in the sun|the nicest spot in the quarter].",
        "[Spotless|Very clean], [good music|nice light|real cups], [I felt at home|we stayed far too long|happy to come back].",
        "[Dogs|Children|Prams] are welcome and [there is room|nobody minds|there is even a corner for them].",
        "It [smells|feels|sounds] like [a holiday|my grandmother's kitchen|Sunday morning] in there.",
    ],
    "coffee": [
        "[Very good|Excellent|Honest] coffee, [strong but not bitter|nice crema|not burnt like elsewhere].",
        "The flat white is [silky|spot on|the best around], and [oat milk costs nothing extra|it comes hot|they know what they do].",
        "[Real|Proper] coffee in a bakery, [who would have thought|finally|that alone is worth a star].",
    ],
    "value": [
        "[Fair|Very fair|Honest] prices for [this quality|what you get|handmade bread].",
        "[A bit more than the supermarket|Not cheap], but [worth every cent|you taste the difference|good things cost money].",
        "The [lunch deal|soup with bread|breakfast for two] is [great value|a bargain|more than enough].",
    ],
    "service": [
        "[Quick|Fast] even [at lunchtime|with a line out of the door|on Saturday].",
        "Ordered [a cake for a birthday|forty rolls for the office|a wedding cake] [by phone|by mail|through the website], [everything was ready|on time and beautiful|it went without a hitch].",
        "[In and out in|Served within] [two|three|five] minutes, [coffee included|perfect before work|impressive].",
    ],
}

COMPLAINT = {
    "waiting": [
        "[I|We] [waited|stood in line|queued] [twenty|twenty-five|almost thirty|more than fifteen] minutes for [two rolls|a coffee to go|one {product}|a slice of cake].",
        "The [queue|line] [is out of the door|goes round the corner|does not move] [every morning|since March|lately], and only [one person serves|one till is open].",
        "[Waiting times|The waiting] [have become|has got] [ridiculous|much worse|a real problem] [this spring|in the last weeks|since the winter].",
        "Missed my [train|bus|meeting] because [nobody came to the counter|my order was forgotten|it took forever].",
        "[Ten people|Eight people|Half the street] [before me|waiting] and the staff [was chatting|had to make every coffee alone|looked lost].",
        "Ordered at [the table|the counter], [nothing came for half an hour|asked twice|gave up after twenty minutes], [never again at that hour|sad, it used to be quick|please hire somebody].",
        "They used to be [so fast|quick|well organised], now [you need patience|I walk past when I see the line|it is chaos before nine].",
        "If you have [less than half an hour|a job to get to|small children], [go somewhere else|do not even try before ten|forget it].",
    ],
    "product": [
        "The {product} was [dry|stale|burnt underneath|still frozen in the middle|far too sweet|soggy].",
        "My {product} [tasted of nothing|was clearly from yesterday|fell apart before I could eat it|was half the size it used to be].",
        "[Disappointed|Let down] by the {product}, [it used to be better|I expected more|what happened to the old recipe].",
        "Found [a hair|a piece of plastic|something hard] in [the bread|my {product}], [and all I got was a shrug|not acceptable|that is the last time].",
        "By [ten|eleven|noon] [everything good is gone|they are out of {product}|the shelves are empty][| again].",
    ],
    "staff": [
        "The [woman|man|girl] at the till [did not even look up|rolled the eyes at me|was rude from the first word] when I asked [for a receipt|about allergens|for a fork].",
        "[Unfriendly|Grumpy|Cold] service, [no hello, no goodbye|as if I was disturbing|I felt unwelcome].",
        "I was [charged twice|given the wrong change|given somebody else's order] and [they refused to check|had to argue about it|nobody apologised].",
        "Nobody [knew|could tell me] [what is in the bread|whether there are nuts in it|when the next batch comes], [worrying|that should not happen].",
    ],
    "place": [
        "[Tables|The tables] [were sticky|had not been wiped|were full of crumbs], [the toilet was worse|flies on the cake|not nice].",
        "[So loud|Far too loud] that [we could not talk|I left after five minutes|the baby woke up].",
        "[Cold|Draughty] inside and [the door never closes|no heating|we kept our coats on].",
    ],
    "value": [
        "[Four euros|Almost five euros|Six fifty] for [a {product}|one small {product}|this] is [too much|a joke|hard to justify].",
        "[Prices went up again|Another price rise], [the portions went down|the quality did not|and no explanation].",
        "[Overpriced|Too expensive] for [what it is|a bakery|the size].",
    ],
    "coffee": [
        "The coffee was [lukewarm|bitter|watery|burnt], [twice in a week|and the milk sour|I left it].",
        "[Oat milk|An extra shot|Tap water] costs [extra|a fortune] and [the cup is half empty|it came cold|was forgotten anyway].",
    ],
    "order": [
        "[The cake|The birthday cake|Our order] we [ordered|paid for] was [not ready|for somebody else|spelled wrong], [no apology|at least I got my money back|what a start to the party].",
        "I wrote [two mails|through the website|on Monday] about [my order|a refund|gluten-free bread], [no answer so far|nothing|still waiting for a reply].",
        "I want my money back for the {product}, [it went straight into the bin|inedible|please contact me].",
    ],
}

NEUTRAL = [
    "[Normal|Ordinary] bakery, [nothing special|fine for every day|does what it should].",
    "[Bought|Had|Took] a {product} [on the way to work|to go|for the train].",
    "[It was okay|Okay|All right], [not more, not less|might come back|I have had better and worse].",
    "[Do you|Will you] [bake|have] [gluten-free bread|spelt rolls|anything without sugar] [one day|on Sundays too|as well]?",
    "Opening hours on [holidays|Sunday] [would be good to know|are not on the website|have changed].",
    "It would be [nice|great] if you [opened before seven|took cards for small amounts|had more seats|sold half loaves].",
    "[Third|First|Second] visit, [average|as expected|same as before].",
    "They have moved the [till|coffee machine|tables] [to the left|near the window|around].",
]

# Short ones, as many people write them. Rating beside each.
SHORT = [
    ("Great", 5), ("Love it", 5), ("yum", 5), ("top", 5), ("Lovely place", 5), ("👍", 5), ("❤️", 5), ("😍😍", 5),
    ("ok", 3), ("good", 4), ("fine", 3), ("nice bread", 4), ("meh", 2), ("never again", 1), ("too slow", 2),
    ("not bad", 4), ("not good", 2), ("could be better", 3), ("best croissant ever!!!", 5), ("overrated", 2),
    ("good but slow", 3), ("Would come again", 5), ("rude", 1), ("👎", 1), ("excellent", 5), ("so so", 3),
]

OTHER_LANGUAGES = {
    "de": {
        "praise": [
            "[Das|Euer] [neue Sauerteigbrot|Brot|Croissant] ist [ein Traum|wirklich hervorragend|das beste in der Stadt].",
            "[Sehr freundliche|Unglaublich nette] [Bedienung|Leute hinter der Theke], [ich komme gern wieder|danke dafür|jedes Mal].",
            "Hier [schmeckt|merkt] man, dass [noch von Hand gebacken wird|sich jemand Mühe gibt].",
            "[Gemütlich|Schöne Terrasse], [guter Kaffee|faire Preise], [unser Lieblingscafé|gerne wieder].",
        ],
        "complaint": [
            "[Zwanzig|Fast dreißig] Minuten [gewartet|angestanden], [für zwei Brötchen|nur eine Kasse offen], [das geht gar nicht|schade].",
            "[Der Kuchen war trocken|Das Brötchen war von gestern|Der Kaffee war kalt], [dafür viel zu teuer|das war früher besser].",
            "[Unfreundlich|Sehr unhöflich], [kein Gruß|man kommt sich vor wie ein Störfaktor].",
        ],
    },
    "es": {
        "praise": [
            "[El pan|La masa madre|El cruasán] [está buenísimo|es una maravilla|es de lo mejor de la ciudad].",
            "[Personal muy amable|Nos atendieron de maravilla], [volveremos|da gusto|gracias].",
            "[Sitio acogedor|Terraza preciosa] y [buen café|precios justos].",
        ],
        "complaint": [
            "[Media hora|Veinte minutos] de cola [para un café|para dos panes], [inaceptable|una pena].",
            "[El pastel estaba seco|El café llegó frío], [y nada barato|no lo recomiendo].",
        ],
    },
    "fr": {
        "praise": [
            "[Le pain au levain|Le croissant|La tarte aux pommes] est [délicieux|une merveille|à tomber].",
            "[Accueil chaleureux|Équipe très sympathique], [on reviendra|merci|un vrai plaisir].",
        ],
        "complaint": [
            "[Trop d'attente|Vingt minutes d'attente] le [matin|samedi], [dommage|une seule caisse ouverte].",
            "[Le gâteau était sec|Café tiède] et [trop cher|service froid].",
        ],
    },
}

JOINERS = ["But ", "However, ", "Only downside: ", "That said, ", "Sadly, "]
ENDINGS = ["", "", "", "", "", " 😊", " 👍", " 🥐", " ❤️", " 😍", " Thanks!", " See you soon."]
SAD_ENDINGS = ["", "", "", "", "", " 😕", " 👎", " 😡", " Pity.", " Do better.", ".."]

PRODUCTS = ["Croissant", "Rye loaf", "Baguette", "Cinnamon roll", "Pretzel", "Cheesecake", "Apple cake", "Flat white",
            "Filter coffee", "Breakfast plate", "Lunch soup", "Country sourdough"]
PRICES = {"Croissant": 2.4, "Rye loaf": 4.9, "Baguette": 2.8, "Cinnamon roll": 3.2, "Pretzel": 1.6, "Cheesecake": 4.4,
          "Apple cake": 3.9, "Flat white": 3.8, "Filter coffee": 2.6, "Breakfast plate": 11.5, "Lunch soup": 7.9,
          "Country sourdough": 6.2}
# As a guest would say it in a sentence.
SPOKEN = {name: name.lower() for name in PRODUCTS} | {"Country sourdough": "sourdough", "Breakfast plate": "breakfast",
                                                       "Lunch soup": "soup"}

FIRST_NAMES = """Ada Alma Amir Ana Anton Aylin Ben Bianca Carla Cem Chloe Clara Daniel Dara Elena Elif Emil Emma Erik Eva Farid Fiona
Frida Gabor Greta Hana Hugo Ida Ines Ivan Jana Jonas Julia Kaan Karim Lara Lea Leon Lina Lucia Lukas Maja Mara Marco Maria Marta Max
Mila Milan Mina Nadia Nico Nina Noah Nora Olga Omar Oskar Paula Pedro Pia Rafael Rosa Ruben Sam Sara Selin Sofia Stefan Tara Theo
Tina Tom Uma Vera Viktor Wanda Yara Yusuf Zoe""".split()
LAST_NAMES = """Abel Adler Alvarez Arslan Bach Baker Bauer Berg Blum Braun Castillo Cohen Costa Demir Dietz Dubois Ebert Engel Fabre
Falk Ferrari Fink Flores Frank Garcia Graf Gruber Haas Hansen Hartmann Holm Horvat Iversen Jansen Kaya Keller Kern Klein Koch Kowalski
Krause Kurt Lang Larsen Lenz Lopez Lorenz Marek Marino Martin Mayer Molnar Moreau Nagy Novak Okafor Olsen Ortiz Ott Park Pereira
Petrov Polat Raman Reyes Richter Rossi Roth Sanchez Santos Sato Schulz Silva Simon Sommer Stein Suarez Tanaka Torres Urban Vega Vogt
Wagner Weber Winter Wolf Yilmaz Zimmer""".split()
