# Actors, groups, votes.

room-actors = Acteurs
actors-lede = États, groupes d’États et organisations : ce qu’est chacun, ce qu’il a dit et comment il a voté.
actors-none = Aucun acteur n’est encore enregistré. Ils arrivent avec les recueils de données.
actors-other-states = Autres États
actor-state = État
actors-state = États Membres
actor-former-state = Ancien Membre ou siège
actors-former-state = Anciens Membres et sièges
actor-observer = Observateur
actors-observer = Observateurs
actor-group = Groupe d’États
actors-group = Groupes d’États
actor-organisation = Organisation
actors-organisation = Organisations
actor-person = Personne
actors-person = Personnes
on-this-page = Sur cette page
actor-also = Aussi appelé :
actor-compare = Comparer avec d’autres
actor-documents = Déclarations et documents
actor-no-documents = Aucun texte de cet acteur n’est encore enregistré.
actor-groups = Groupes
members-title = Membres
members-not-told = Ses membres ne figurent pas dans les dossiers de connaissances : rien ici ne les compte.
members-n =
    { $n ->
        [one] { $n } membre
       *[other] { $n } membres
    }
actor-votes = Votes
actor-code = Code
votes-newest = Derniers votes enregistrés
agreement-title = Concordance des votes au fil du temps
agreement-about = La concordance est calculée sur les votes par appel nominal auxquels les deux ont participé : un vote identique compte 1, une abstention face à un vote pour ou contre compte un demi, pour face à contre compte 0. Les absences sont laissées de côté. Dans un groupe et entre groupes, chaque paire de membres compte autant. Les votes comptent tels qu’émis, non tels que rectifiés ensuite. Les années de moins de dix votes sont tracées en points.
agreement-closest = Votes les plus proches
agreement-farthest = Votes les plus éloignés
agreement-years = Comparaison sur les années { $from } à { $until }, avec ceux qui ont au moins cinquante votes en commun.
agreement-everybody = Tous les autres
agreement-within = Au sein de : { $name }
agreement-with-others = Concordance avec les autres
agreement-among = Concordance entre ses membres
compare-title = Comparer jusqu’à trois acteurs
compare-lede = Choisissez des États ou des groupes : leurs groupes, leurs textes et la proximité de leurs votes.
compare-nth = Acteur { $n }
compare-go = Comparer
compare-unknown = Inconnu ici :
compare-kind = Nature
compare-members = Membres aujourd’hui
compare-no-votes = Aucun vote enregistré.
compare-nothing = Ils n’ont aucun vote en commun.
pairs-compared =
    { $n ->
        [one] { $n } paire de votes comparée
       *[other] { $n } paires de votes comparées
    }
votes-title = Votes enregistrés
votes-lede = Les votes par appel nominal, le plus récent d’abord : le résultat, le vote de chaque État sur une carte de tuiles et le vote des groupes.
votes-none = Aucun vote par appel nominal n’est encore enregistré.
votes-import = Ajoutez un jeu de votes en ligne de commande :
votes-none-here = Aucun vote ne correspond. Choisissez une autre année ou question.
votes-issues = Questions
votes-all-issues = Toutes les questions
votes-years = Années
votes-all-years = Toutes les années
roll-calls =
    { $n ->
        [one] { $n } scrutin
       *[other] { $n } scrutins
    }
votes-cast =
    { $n ->
        [one] { $n } voix exprimée
       *[other] { $n } voix exprimées
    }
votes-sentence = pour : { $yes }, contre : { $no }, abstentions : { $abstain }
vote = Vote
vote-yes = Pour
vote-no = Contre
vote-abstain = Abstention
vote-absent = Absent ou ne votant pas
vote-none = Aucun vote enregistré
vote-result = Résultat
vote-adopted = Adopté
vote-rejected = Non adopté
voted-text = Texte mis aux voix
voted-on-whole = sur l’ensemble du texte ou une motion
voted-on-paragraph = sur un paragraphe ou quelques mots
voted-on-amendment = sur un amendement
vote-changes = Noté après le vote
vote-changes-about = Ces délégations ont ensuite indiqué au Secrétariat le vote qu’elles entendaient émettre. Le résultat ne change pas.
vote-map = Le vote de chaque État
vote-map-about = Une tuile par État, rangée par groupe régional ; aucune frontière n’est tracée. + pour, − contre, ○ abstention, × absent ou ne votant pas ; une tuile pâle sans signe : aucun vote enregistré, car absent, ne votant pas ou pas encore Membre.
vote-unplaced = Comptés, mais de votants inconnus ici :
vote-groups = Le vote des groupes
vote-table = Tous les votes en tableau
session-n = la session { $name }
trend-about = Les mêmes valeurs figurent dans le tableau ci-dessous.
trend-table = Tableau des valeurs
percent = { $n } %
debate-order = par nom ; le compte rendu n’indique pas l’ordre des orateurs
debate-actor = groupes, votes et textes
debate-statements =
    { $n ->
        [one] { $n } déclaration
       *[other] { $n } déclarations
    }
