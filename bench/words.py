"""The Danish words that the bench's notes and agreements are made of."""

from __future__ import annotations

# fmt: off
FIRST_NAMES = (
    "Vibeke", "Lise", "Mads", "Åse", "Søren", "Eva", "Jørgen", "Birthe", "Kasper", "Æmilie", "Øjvind",
    "Henrik", "Pernille", "Thomas", "Gitte", "Rasmus", "Dorthe", "Nikolaj", "Ulla", "Frederik", "Bo",
    "Camilla", "Erik", "Gry", "Hanne", "Ib", "Jytte", "Karen", "Lars", "Mette", "Niels", "Ole", "Preben",
    "Rikke", "Signe", "Torben", "Ursula", "Yrsa", "Zenia", "Ålaug",
)
LAST_NAMES = ("Kjær", "Østergård", "Holm", "Dam")
# fmt: on

SENTENCES = (
    "{who} fortalte at {topic} fylder meget {time}, og at det især er {cause} der gør det svært at nå i mål.",
    "Vi talte om {topic}; {who} vil gerne prøve af om {step} kan give ro, og vender tilbage om det {time}.",
    "{cause} går igen fra sidst, så jeg spurgte hvad der skal til for at {topic} ikke bliver hængende.",
    "Det gik godt med {topic}: {who} tog selv fat i {party} og fik lavet en plan, der holder {time}.",
    "Jeg lovede at tage {topic} op med {party}, fordi {cause} ikke er noget {who} kan løse alene.",
    "{who} oplever at {party} ændrer retning undervejs, og det gør {topic} dyrere end det behøver at være.",
    "Næste skridt er {step}; vi blev enige om at måle det på {topic} og ikke på antal timer.",
    "På spørgsmålet om trivsel svarede {who} en firer: {cause} trækker ned, {step} trækker op.",
    "Vi øvede hvordan {who} kan sige nej til {party} uden at lukke døren for {topic}.",
    "Jeg glemte at spørge til {topic} sidst, så det begyndte vi med; {step} er allerede sat i gang.",
)
# fmt: off
TOPICS = (
    "vagtplanen", "budgettet for næste år", "samarbejdet med salg", "den nye rolle i projektet",
    "oplæringen af vikaren", "overdragelsen efter orloven", "mødekulturen i teamet",
    "kvaliteten af leverancerne", "lønforhandlingen", "kurset i efteråret", "støjen i det åbne kontor",
    "planen for ferien", "prioriteringen af fejlrettelser",
)
CAUSES = (
    "de mange afbrydelser", "uklare mål", "for få hænder i morgenvagten", "manglende svar fra ledelsen",
    "krydspres", "en lang række hastesager", "forventninger der ikke er sagt højt", "sygdom i teamet",
    "skiftende krav",
)
STEPS = (
    "en fast time til fordybelse", "at bytte to vagter", "et kort møde hver mandag", "en fælles huskeliste",
    "at dele opgaven op", "at lade Åse tage første udkast", "en skriftlig forventningsafstemning",
    "sparring i makkerpar",
)
PARTIES = (
    "kunden", "økonomi", "HR", "ledergruppen", "naboteamet", "leverandøren", "min egen leder",
    "fællestillidsmanden",
)
TIMES = (
    "denne uge", "før sommerferien", "inden kvartalet er omme", "i næste måned", "efter audit",
    "i løbet af foråret",
)
DEEDS = (
    "Send udkast om {topic} til {party}", "Tal med {party} om {topic}", "Book tid til {topic}",
    "Læs oplægget om {topic}", "Følg op på {topic} sammen med {party}", "Skriv referat om {topic}",
    "Afklar {topic} med {party}",
)
# fmt: on

# Search words, sown at a known density; none of them is part of another word above.
RARE, DANISH, COMMON = "tandlægetid", "påskefrokost", "kaffemaskinen"
SOWN = {
    RARE: (2_000, "Der skal findes plads til en tandlægetid midt i en vagt."),
    DANISH: (50, "Vi skal nå det inden årets påskefrokost."),
    COMMON: (2, "Resten tog vi stående ved kaffemaskinen."),
}

# Every overdue agreement begins so; the screen that shows one has been painted with the journal's own data.
OVERDUE_BEGINS = "Ring til"
