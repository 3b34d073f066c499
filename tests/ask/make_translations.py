#!/usr/bin/env python3
"""Writes tests/ask/translations.jsonl: questions of questions.jsonl in German, French and Spanish.

Each has the same right answer as the English one that it names ("as"), but for what it must say, which is in its own
language ("says").
"""
import json
from pathlib import Path

HERE = Path(__file__).parent
# English: German, French, Spanish.
SAME = {
    "How many 1-star reviews are there?": (
        "Wie viele 1-Sterne-Bewertungen gibt es?", "Combien d'avis à 1 étoile y a-t-il ?", "¿Cuántas reseñas de 1 estrella hay?"),
    "How many five star reviews did we get?": (
        "Wie viele Bewertungen mit fünf Sternen haben wir bekommen?", "Combien d'avis à cinq étoiles avons-nous reçus ?",
        "¿Cuántas reseñas de cinco estrellas hemos recibido?"),
    "How many reviews have 4 or 5 stars?": (
        "Wie viele Bewertungen haben 4 oder 5 Sterne?", "Combien d'avis ont 4 ou 5 étoiles ?", "¿Cuántas reseñas tienen 4 o 5 estrellas?"),
    "How many reviews are below 3 stars?": (
        "Wie viele Bewertungen liegen unter 3 Sternen?", "Combien d'avis ont moins de 3 étoiles ?",
        "¿Cuántas reseñas tienen menos de 3 estrellas?"),
    "How many reviews came from Google?": (
        "Wie viele Bewertungen kamen von Google?", "Combien d'avis viennent de Google ?", "¿Cuántas reseñas vienen de Google?"),
    "What share of reviews on Google has 5 stars?": (
        "Welcher Anteil der Bewertungen auf Google hat 5 Sterne?", "Quelle part des avis sur Google a 5 étoiles ?",
        "¿Qué porcentaje de las reseñas en Google tiene 5 estrellas?"),
    "How many reviews did we get last month?": (
        "Wie viele Bewertungen bekamen wir letzten Monat?", "Combien d'avis avons-nous reçus le mois dernier ?",
        "¿Cuántas reseñas recibimos el mes pasado?"),
    "How many reviews since June 2025?": (
        "Wie viele Bewertungen seit Juni 2025?", "Combien d'avis depuis juin 2025 ?", "¿Cuántas reseñas desde junio de 2025?"),
    "How many reviews were written between March and May 2025?": (
        "Wie viele Bewertungen wurden zwischen März und Mai 2025 geschrieben?",
        "Combien d'avis ont été écrits entre mars et mai 2025 ?", "¿Cuántas reseñas se escribieron entre marzo y mayo de 2025?"),
    "How many reviews in spring 2025?": (
        "Wie viele Bewertungen im Frühling 2025?", "Combien d'avis au printemps 2025 ?", "¿Cuántas reseñas en primavera de 2025?"),
    "How many reviews in the last 30 days?": (
        "Wie viele Bewertungen in den letzten 30 Tagen?", "Combien d'avis ces 30 derniers jours ?",
        "¿Cuántas reseñas en los últimos 30 días?"),
    "How many reviews before 2025?": (
        "Wie viele Bewertungen vor 2025?", "Combien d'avis avant 2025 ?", "¿Cuántas reseñas antes de 2025?"),
    "How often is the queue mentioned?": (
        "Wie oft wird die Schlange erwähnt?", "Combien de fois la file d'attente est-elle mentionnée ?",
        "¿Cuántas veces se menciona la cola?"),
    "How many customers complain about waiting?": (
        "Wie viele Kunden beschweren sich über die Wartezeit?", "Combien de clients se plaignent de l'attente ?",
        "¿Cuántos clientes se quejan de la espera?"),
    "How many people complain about the prices?": (
        "Wie viele Leute beschweren sich über die Preise?", "Combien de personnes se plaignent des prix ?",
        "¿Cuánta gente se queja de los precios?"),
    "How many reviews on Google mention the staff?": (
        "Wie viele Bewertungen auf Google erwähnen das Personal?", "Combien d'avis sur Google mentionnent le personnel ?",
        "¿Cuántas reseñas en Google mencionan al personal?"),
    "How many reviews mention dogs?": (
        "Wie viele Bewertungen erwähnen Hunde?", "Combien d'avis parlent de chiens ?", "¿Cuántas reseñas hablan de perros?"),
    "How many customers are happy?": (
        "Wie viele Kunden sind zufrieden?", "Combien de clients sont satisfaits ?", "¿Cuántos clientes están contentos?"),
    "What is the average rating?": (
        "Wie ist die durchschnittliche Bewertung?", "Quelle est la note moyenne ?", "¿Cuál es la valoración media?"),
    "What is our average rating on Google?": (
        "Wie ist unsere durchschnittliche Bewertung auf Google?", "Quelle est notre note moyenne sur Google ?",
        "¿Cuál es nuestra puntuación media en Google?"),
    "How good is the croissant?": (
        "Wie gut ist das Croissant?", "Que vaut le Croissant ?", "¿Qué tal es el Croissant?"),
    "Why are people unhappy?": (
        "Warum sind die Leute unzufrieden?", "Pourquoi les gens sont-ils mécontents ?", "¿Por qué está descontenta la gente?"),
    "What do people complain about?": (
        "Worüber beschweren sich die Kunden?", "De quoi se plaignent les clients ?", "¿De qué se quejan los clientes?"),
    "What do customers love?": (
        "Was lieben die Kunden?", "Qu'est-ce que les clients adorent ?", "¿Qué les encanta a los clientes?"),
    "Why do customers give one star?": (
        "Warum geben Kunden nur einen Stern?", "Pourquoi les clients donnent-ils une étoile ?",
        "¿Por qué los clientes dan una estrella?"),
    "Which product is rated best?": (
        "Welches Produkt ist am besten bewertet?", "Quel produit est le mieux noté ?", "¿Qué producto es el mejor valorado?"),
    "Which product has the worst rating?": (
        "Welches Produkt hat die schlechteste Bewertung?", "Quel produit a la pire note ?",
        "¿Qué producto tiene la peor valoración?"),
    "Which source has the most reviews?": (
        "Welche Quelle hat die meisten Bewertungen?", "Quelle source a le plus d'avis ?", "¿Qué fuente tiene más reseñas?"),
    "Which month had the best rating?": (
        "Welcher Monat hatte die beste Bewertung?", "Quel mois a eu la meilleure note ?", "¿Qué mes tuvo la mejor valoración?"),
    "On which weekday do we get the most reviews?": (
        "An welchem Wochentag bekommen wir die meisten Bewertungen?", "Quel jour de la semaine recevons-nous le plus d'avis ?",
        "¿Qué día de la semana recibimos más reseñas?"),
    "Compare Google and Tripadvisor": (
        "Vergleiche Google und Tripadvisor", "Compare Google et Tripadvisor", "Compara Google y Tripadvisor"),
    "Is the croissant better than the baguette?": (
        "Ist das Croissant besser als das Baguette?", "Le Croissant est-il meilleur que la Baguette ?",
        "¿Es mejor el Croissant que la Baguette?"),
    "Compare 2024 and 2025": ("Vergleiche 2024 und 2025", "Compare 2024 et 2025", "Compara 2024 y 2025"),
    "Are the ratings getting better over time?": (
        "Werden die Bewertungen mit der Zeit besser?", "Les notes s'améliorent-elles avec le temps ?",
        "¿Mejoran las valoraciones con el tiempo?"),
    "Show me what people say about the terrace": (
        "Zeig mir, was die Leute über die Terrasse sagen", "Montre-moi ce que les gens disent de la terrasse",
        "Muéstrame qué dice la gente de la terraza"),
    "What will the weather be tomorrow?": (
        "Wie wird morgen das Wetter?", "Quel temps fera-t-il demain ?", "¿Qué tiempo hará mañana?"),
    "How much revenue did we make last month?": (
        "Wie viel Umsatz haben wir letzten Monat gemacht?", "Quel chiffre d'affaires avons-nous fait le mois dernier ?",
        "¿Cuántos ingresos tuvimos el mes pasado?"),
}

# What right answers must say.
SAID = {
    "waiting": ("Wartezeiten", "l’attente", "la espera"),
    "with 1 star": ("mit 1 Stern", "à 1 étoile", "de 1 estrella"),
    "What they praise": ("Was sie öfter loben", "Ce qu’ils louent", "Lo que elogian"),
    "mean rating": ("mittlere Bewertung", "note moyenne", "valoración media"),
    "difference": ("Unterschied", "écart", "diferencia"),
    "Country sourdough has the best rating": (
        "Country sourdough hat die beste Bewertung", "Country sourdough a la meilleure note", "Country sourdough tiene la mejor valoración"),
    "Croissant has the lowest rating": (
        "Croissant hat die niedrigste Bewertung", "Croissant a la note la plus basse", "Croissant tiene la valoración más baja"),
    "Google has the most reviews": (
        "Google hat die meisten Bewertungen", "Google a le plus d’avis", "Google tiene el mayor número de reseñas"),
    "September 2025": ("im September 2025", "en septembre 2025", "en septiembre de 2025"),
    "Saturday": ("am Samstag", "le samedi", "los sábados"),
}
STARS = ("Sterne", "étoiles", "estrellas")


def said_in(part, language):
    if part.endswith(" stars"):
        return part.split()[0].replace(".", ",") + " " + STARS[language]
    return SAID[part][language]


says = {one["question"]: one.get("says", []) for one in map(json.loads, (HERE / "questions.jsonl").open(encoding="utf-8"))}
lines = [json.dumps({"as": english, "language": code, "question": question, "says": [said_in(part, at) for part in says[english]]},
                    ensure_ascii=False)
         for english, translations in SAME.items() for at, (code, question) in enumerate(zip(("de", "fr", "es"), translations))]
(HERE / "translations.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
