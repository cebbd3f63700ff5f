

all-processes = Tous les processus
all-years = Toutes les années
stands-today = Où il en est aujourd’hui
reached-last = Dernier résultat
comes-next = À venir :
mandate-ends = Fin ou examen du mandat
timeline = Chronologie
timeline-desc = Points numérotés sur une ligne du temps ; chaque numéro mène au même élément de la liste ci-dessous, avec sa source.
handover = Les familles de processus et leurs relais
handover-desc = Une barre par processus, de son début à sa fin, et un trait vers celui qui le poursuit. La liste ci-dessous dit la même chose en mots.
handover-source = Source : les pages des processus, où chaque date a la sienne.
figures = Chiffres et faits
instruments = Instruments
instruments-lede = Ce que les processus ont créé à l’usage des États : un annuaire, un portail, un fonds.
works-since = Fonctionne depuis
issues = Questions
labels-norms = Normes
labels-measures = Mesures de confiance
labels-principles = Principes du renforcement des capacités
labels-note = Intitulés dans nos mots ; le texte qui fait foi est dans le document.
crosswalks = Tables de correspondance
crosswalk-yes = correspond
neighbouring-processes = Processus voisins
glossary = Glossaire
glossary-lede = Les mots du métier, expliqués avec les nôtres.
claims-title = Affirmations
claims-lede = Chaque chiffre et chaque date est une affirmation avec sa source. Celles qui se contredisent figurent côte à côte.
claims-rule = Est montré ce qui est confirmé avant ce qui ne l’est pas ; d’une série, le plus récent ; sinon la source de plus haut rang, puis la plus récente.
claims-hollow = Un point creux est une borne inférieure ou une estimation ; la source figure à côté de chaque valeur dans le tableau.
series-values = Valeurs et sources
claim-value = Valeur
claim-source = Source
claim-entered = Saisi par
claim-is-shown = affichée
claim-disputed = d’autres divergent
claim-paragraph = Le paragraphe dans
claim-not-found = Le document est là, mais aucun de ses paragraphes ne contient ces mots
claim-counted-by = Selon le décompte de
claim-added = ajoutée
claim-changed = modifiée
claim-confirmed = confirmée
claim-withdrawn = retirée
claim-confirm = Confirmer
claim-withdraw = Retirer
claim-enter = Ajouter une affirmation
claim-words = Mots du paragraphe qui montrent la valeur
claim-author = Votre nom
claim-edit = Modifier (administrateur)
claims-history = Ce que sont devenues ces affirmations
claim-wrong-empty = La valeur, la source et le nom sont nécessaires.
claim-wrong-date = Ce n’est pas une date : écrivez 2025, 2025-07 ou 2025-07-11.
claim-wrong-document = Ce n’est pas une cote de document.
claim-wrong-words = Les mots ne montrent pas la valeur, ou le document qui les contient n’est pas nommé.
claims-count =
    { $n ->
        [one] { $n } affirmation
       *[other] { $n } affirmations
    }
quotations-count =
    { $n ->
        [one] { $n } citation
       *[other] { $n } citations
    }
claims-disagree =
    { $n ->
        [one] { $n } affirmation diverge
       *[other] { $n } affirmations divergent
    }
