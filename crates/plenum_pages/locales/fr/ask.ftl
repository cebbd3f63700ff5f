# Questions et réponses.

room-ask = Demander
ask-label = Demandez en العربية, 中文, English, français, русский ou español
ask-lede = Chaque phrase de la réponse ouvre les mots sur lesquels elle repose. Ce que les documents ne disent pas n’est pas dit ici.
ask-go = Interroger les documents
ask-try = Questions à essayer :
ask-as-of = À la date du
ask-understood = Ce que la question a été comprise désigner
ask-too-long = Une question compte au plus 500 caractères. Veuillez l’abréger.
ask-no-date = Le jour s’écrit année, mois, jour, par exemple 2024-12-06.
ask-embed = Cette réponse dans un cadre pour votre site
ask-whole = Ouvrir dans Plenum
ask-opens = ouvre la source
ask-composed = Composé de citations, sans modèle de langage
ask-composed-instead = Composé de citations : un modèle de langage a été interrogé, et rien de ce qu’il a écrit ne peut être montré
ask-machine = Rédigé par un modèle de langage, chaque phrase vérifiée dans la source qu’elle cite :
ask-writing = Le modèle de langage rédige. Chaque phrase apparaît une fois vérifiée.
ask-otherwise = Une autre source dit autre chose
ask-nearest = Ce qui s’en approche le plus
ask-of-pack = dossier de connaissances
ask-refused-nothing = Les documents conservés ici n’y répondent pas.
ask-refused-near = Rien de ce qui est conservé ici n’y répond avec certitude. Ce qui s’en approche le plus y répond peut-être : à lire avant de s’en servir.
ask-refused-supposes = La question suppose une chose que les sources d’ici ne confirment pas. Voici ce qu’elles disent :
ask-refused-unsupported = Rien de ce qui pouvait s’écrire n’est confirmé par les sources ; rien n’est donc dit.
field-session = Session
example-question-who = Qui préside le mécanisme mondial ?
example-question-when = Quand la Convention contre la cybercriminalité a-t-elle été adoptée ?
example-question-count = Combien de sessions de fond le deuxième groupe de travail à composition non limitée a-t-il tenues ?
ask-read =
    { $n ->
        [one] { $n } passage lu
       *[other] { $n } passages lus
    }
ask-searched =
    { $n ->
        [one] { $n } passage a été lu et n’y répond pas avec certitude.
       *[other] { $n } passages ont été lus, et aucun n’y répond avec certitude.
    }
ask-took = { $n } ms
ask-dropped =
    { $n ->
        [one] { $n } phrase non montrée : aucune source ne la confirme
       *[other] { $n } phrases non montrées : aucune source ne les confirme
    }
