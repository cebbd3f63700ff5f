# Tous les mots de l’interface, dans l’ordre où on les rencontre. Les clefs et les arguments sont ceux du fichier anglais.

## Autour de chaque page
name = Plenum
skip-to-text = Aller au texte
rooms = Salles
room-library = Bibliothèque
room-processes = Processus
room-help = Comment chercher
room-upload = Ajouter un document
room-status = État du service
room-api = Pour les programmes
preferences = Langue et présentation
interface-language = Langue du site
theme = Présentation
theme-system = Comme mon appareil
theme-light = Claire
theme-dark = Sombre
search-label = Chercher des mots, une cote, un libellé convenu
search-placeholder = Mots, « une expression », une cote
search-go = Chercher
foot-promise = Chaque ligne mène au paragraphe sur lequel elle repose.
foot-links = Autres pages
as-atom = Suivre cette liste (Atom)
as-json = Cette page en JSON
to-first-page = Page d’accueil

## Page d’accueil
home-title = Ce qui a été dit, ce qui a été convenu, et où
home-lede = Les documents des négociations multilatérales, paragraphe par paragraphe : trouvez les mots, voyez leur valeur, suivez-les du projet à l’adoption et citez-les par leur numéro.
home-try = Essayez :
example-words = appui aux petites délégations
example-phrase = "renforcement des capacités"
example-symbol = A/80/257
newest = Documents les plus récents
all-documents = Tous les documents
empty-title = La bibliothèque est vide
empty-what = Aucun document n’a encore été ajouté. La recherche et la lecture commencent avec le premier.
empty-import = Ajoutez un dossier de fichiers en ligne de commande :
empty-upload = Ou apportez un seul fichier par cette page :
documents =
    { $n ->
        [one] { $n } document
       *[other] { $n } documents
    }
paragraphs =
    { $n ->
        [one] { $n } paragraphe
       *[other] { $n } paragraphes
    }
languages =
    { $n ->
        [one] { $n } langue
       *[other] { $n } langues
    }
date-unknown = date inconnue
no-text-yet = texte pas encore disponible
goes-on = à ce jour

## Bibliothèque
library-none = Aucun document ne répond à ces filtres. Retirez-en un pour en voir davantage.
filters = Filtres
filters-chosen = Filtres choisis
filter-remove = retirer ce filtre
field-standing = Valeur
field-process = Processus
field-actor = Orateur
field-group = Groupe d’États
field-kind = Nature
field-language = Langue
field-year = Année
field-symbol = Cote
order = Ordre
order-best = Les plus pertinents
order-oldest = Les plus anciens
order-newest = Les plus récents
found-all =
    { $n ->
        [one] { $n } paragraphe contient tous les mots
       *[other] { $n } paragraphes contiennent tous les mots
    }
found-any =
    { $n ->
        [one] Aucun paragraphe ne contient tous les mots ; { $n } en contient une partie
       *[other] Aucun paragraphe ne contient tous les mots ; { $n } en contiennent une partie
    }
found-phrase =
    { $n ->
        [one] { $n } paragraphe contient exactement ces mots
       *[other] { $n } paragraphes contiennent exactement ces mots
    }
found-filters =
    { $n ->
        [one] { $n } paragraphe répond aux filtres
       *[other] { $n } paragraphes répondent aux filtres
    }
found-meaning =
    { $n ->
        [one] Aucun paragraphe ne contient ces mots ; { $n } a un sens proche
       *[other] Aucun paragraphe ne contient ces mots ; { $n } ont un sens proche
    }
found-filtered-heading = Paragraphes filtrés
found-none = Aucun résultat.
found-none-fewer = Essayez avec moins de mots, ou d’autres de même sens.
found-none-filters = Retirez un filtre.
all-n-found =
    { $n ->
        [one] Voir le seul paragraphe
       *[other] Voir les { $n } paragraphes
    }
jump = Aller à
by-meaning = sens proche
meaning-ready = chaque paragraphe peut aussi être trouvé par son sens
meaning-following = { $n } % des paragraphes peuvent aussi être trouvés par leur sens ; les autres suivent
meaning-absent = La recherche par le sens n’est pas installée ici : seuls les mots sont cherchés.
agreed-question = Est-ce un libellé convenu ?
agreed-yes =
    { $n ->
        [one] Oui : ces mots exacts figurent dans { $n } paragraphe de texte adopté, sur { $total } en tout.
       *[other] Oui : ces mots exacts figurent dans { $n } paragraphes de textes adoptés, sur { $total } en tout.
    }
agreed-not-adopted =
    { $n ->
        [one] Pas d’après cette bibliothèque : ces mots exacts figurent dans { $n } paragraphe, qui n’est pas un texte adopté.
       *[other] Pas d’après cette bibliothèque : ces mots exacts figurent dans { $n } paragraphes, dont aucun n’est un texte adopté.
    }
agreed-nowhere = Pas d’après cette bibliothèque : ces mots exacts n’y figurent nulle part.
agreed-first = Premier emploi
agreed-first-adopted = Première adoption
paging = Pages de la liste
paging-previous = Précédents
paging-next = Suivants
paging-cut = Seules les premières entrées d’une liste peuvent être parcourues, ici { $n }. Des filtres ou d’autres mots raccourcissent la liste.
paging-sentence = { $from } à { $until } sur { $n }

## Valeur, nature, langues
standing-adopted = Adopté
standing-chair = Texte de la présidence
standing-official = Document officiel
standing-statement = Déclaration
standing-commentary = Commentaire
standing-machine = Produit par machine
standing-adopted-meaning = Un organe a adopté ces mots : résolution, décision, rapport adopté par consensus, traité.
standing-chair-meaning = Les mots de la présidence ou des cofacilitateurs : un projet sur la table, ou un résumé établi sous leur propre responsabilité.
standing-official-meaning = Un document officiel que personne n’a adopté : rapport du Secrétaire général, budget, note.
standing-statement-meaning = Les mots de l’orateur lui-même : un État, un groupe, une organisation.
standing-commentary-meaning = Ce que d’autres en ont écrit : bulletin, analyse.
standing-machine-meaning = Produit par une machine et pas encore confirmé par une personne.
kind-resolution = Résolution ou décision
kind-report = Rapport
kind-treaty = Traité
kind-draft = Projet
kind-statement = Déclaration
kind-paper = Document de travail
kind-article = Article
language-ar = Arabe
language-zh = Chinois
language-en = Anglais
language-fr = Français
language-ru = Russe
language-es = Espagnol
language-unknown = Langue inconnue

## Document
about-document = À propos de ce document
contents = Table des matières
parts = Parties
versions = Versions de ce texte
languages-title = Langues
speaker = Orateur
issuer = Publié par
process = Processus
meeting = Session ou séance
files = Fichiers
file-original = tel que reçu :
source-title = Provenance
reading = Lecture
older-reading = Ceci est une lecture plus ancienne du document.
to-current-reading = Ouvrir la lecture actuelle
page-number = page { $n }
this-paragraph = Ouvrir ce paragraphe
table = Tableau
cited-by =
    { $n ->
        [one] Mentionné { $n } fois
       *[other] Mentionné { $n } fois
    }
earlier-words = Libellé antérieur :
document-no-text = Seule la cote de ce document est connue ici ; son texte n’a pas été ajouté.
document-no-text-remedy = Quiconque possède le fichier peut l’ajouter :
names = Documents mentionnés
named-by = Qui s’y réfère
named-by-none = Aucun paragraphe de cette bibliothèque ne s’y réfère.
named-by-total =
    { $n ->
        [one] { $n } référence en tout
       *[other] { $n } références en tout
    }
not-kept = absent de cette bibliothèque
times =
    { $n ->
        [one] { $n } fois
       *[other] { $n } fois
    }
troubles =
    { $n ->
        [one] { $n } endroit du fichier n’a pas pu être lu avec certitude
       *[other] { $n } endroits du fichier n’ont pas pu être lus avec certitude
    }
troubles-title = Ce qui n’a pas pu être lu avec certitude
troubles-none = Rien dans le fichier n’était douteux.

## Paragraphe
paragraph-numbered = Paragraphe { $name }
paragraph-unnumbered = Paragraphe sans numéro
neighbours = Paragraphes voisins
before = Avant
after = Après
in-document = Dans le document
cite = Citer
copy-text = Copier en texte
copy-markdown = Copier en Markdown
copy-link = Copier le lien
copied = Copié.
cite-show = Afficher la citation
as-text = Texte
as-link = Lien
other-languages = Dans les autres langues
original = L’original
earlier-title = Libellé antérieur
later-title = Libellé ultérieur
change-unchanged = mêmes mots
change-moved = déplacé
change-reworded = reformulé
change-added = ajouté
change-removed = supprimé
# Said to those who hear the page, around words removed and added.
words-added = ajouté :
words-removed = supprimé :
words-end = fin

## Processus
processes-lede = Les travaux des organes dotés d’un mandat, avec ce qui les a précédés et suivis.
processes-none = Aucun processus n’a encore été décrit. Importez un dossier de connaissances pour commencer.
mandate = Établi par
chair = Présidence
decides-by = Mode de décision
carries-on = Prend la suite de
carried-on-by = Poursuivi par
source = Source :
unconfirmed = Non confirmé
unconfirmed-facts = Non confirmé : aucune page consultable n’atteste ces faits.
documents-title = Documents
process-no-documents = Aucun document de ce processus n’est encore dans la bibliothèque.
all-n-documents =
    { $n ->
        [one] Voir le seul document
       *[other] Voir les { $n } documents
    }
sessions = Sessions

## Ajouter un document
token-lede = L’ajout de documents est réservé à qui administre cette bibliothèque.
token = Jeton d’administration
token-wrong = Ce n’est pas le bon jeton. Copiez-le de nouveau, sans espaces.
token-go = Continuer
token-where = Le jeton a été affiché au premier démarrage du serveur ; il est conservé dans son dossier de données.
upload-lede = Choisissez un fichier. Vous verrez ce qui en a été lu avant toute publication.
upload-file = Fichier
upload-drop = Déposez un fichier ici, ou choisissez-en un.
upload-formats = PDF, Word (DOCX), HTML, texte, Markdown, CSV, Akoma Ntoso XML, WordPress JSON.
upload-limit = Au plus { $n } Mo.
upload-go = Lire le fichier
upload-reading = Lecture du fichier en cours.
upload-waiting = Lus, pas encore publiés
reading-title = Ce qui a été lu
reading-revises = La publication créera une nouvelle lecture de
facts-title = Le document
title = Titre
date = Date
none = Aucun
publish = Publier
discard = Abandonner
as-read = Texte lu
reading-shown =
    { $n ->
        [one] Affichage de { $shown } paragraphe sur { $n }.
       *[other] Affichage des { $shown } premiers paragraphes sur { $n }.
    }
original-open = Ouvrir l’original :

## État du service
status-good = Tout fonctionne.
status-findings = Un point demande votre attention :
status-documents = Documents
status-paragraphs = Paragraphes
status-by-words = Trouvables par les mots
status-by-meaning = Trouvables par le sens
status-behind =
    { $n ->
        [one] { $n } changement attend d’être indexé
       *[other] { $n } changements attendent d’être indexés
    }
status-sizes = Sur disque
status-index = Index
status-database = Base de données
status-version = Version
status-running =
    { $n ->
        [one] en service depuis { $n } minute
       *[other] en service depuis { $n } minutes
    }

## Pour les programmes
api-lede = Chaque page existe aussi en JSON, à la même adresse terminée par .json. La description complète pour les programmes :
api-required = obligatoire
api-try = Essayez :

## Comment chercher
help-title = Comment chercher
help-lede = Écrivez ce dont vous vous souvenez, dans l’une des six langues ; les paragraphes rédigés dans les autres sont trouvés aussi. Le reste sert quand il y a trop de résultats.
help-words = Les paragraphes contenant tous ces mots, sous toutes leurs formes.
help-phrase = Exactement ces mots, du plus ancien au plus récent, avec leur valeur : « est-ce un libellé convenu ? »
help-without = Sans le mot qui suit le trait d’union.
help-symbol = Une cote ouvre le document ; suivie d’un numéro, le paragraphe.
help-in-symbol = Dans ce document seulement.
help-language = Dans cette langue seulement : ar, zh, en, fr, ru, es.
help-year = De cette année seulement.
help-standing-filter = Avec cette valeur seulement : adopted, chair, official, statement, commentary, machine.
help-standing = Valeur des textes
help-standing-lede = Chaque texte indique sa valeur ; ceux qui ont le plus de poids viennent en premier.
help-keys = Touches
help-key-search = aller à la zone de recherche
help-key-arrows = parcourir les propositions
help-key-escape = fermer les propositions

## Quand quelque chose ne va pas
error-no-page = Il n’y a pas de page ici
error-no-page-why = L’adresse comporte peut-être une faute, ou la page n’a jamais existé.
error-no-page-remedy = Cherchez ce que vous vouliez trouver.
error-no-document = { $name } n’est pas dans cette bibliothèque
error-no-document-why = Aucun fichier de ce document n’a été ajouté, et aucune liste ne le mentionne.
error-no-document-remedy = Vérifiez la cote telle qu’elle est imprimée, ou cherchez-la : d’autres documents s’y réfèrent peut-être.
error-no-paragraph = { $symbol } n’a pas de paragraphe { $number }
error-no-paragraph-why = Ce numéro appartient peut-être à une autre version du document, ou à une annexe.
error-no-paragraph-remedy = Ouvrez le document et consultez sa table des matières.
error-not-understood = La demande n’a pas pu être comprise
error-not-understood-remedy = Corrigez ce qui est indiqué ci-dessus et recommencez.
error-not-allowed = Seule l’administration de cette bibliothèque peut faire cela
error-not-allowed-why = Le jeton manque ou n’est plus valable.
error-not-allowed-remedy = Saisissez de nouveau le jeton.
error-too-large = Le fichier est trop volumineux
error-too-large-why = Cette bibliothèque accepte des fichiers de { $n } Mo au plus. Rien n’a été conservé.
error-too-large-remedy = Divisez le fichier, ou demandez à l’administration de relever la limite.
error-too-many = Trop de demandes
error-too-many-why =
    { $n ->
        [one] Votre adresse a demandé plus que sa part. Réessayez dans { $n } seconde.
       *[other] Votre adresse a demandé plus que sa part. Réessayez dans { $n } secondes.
    }
error-too-many-remedy = Les programmes peuvent utiliser les pages JSON à un rythme plus lent.
error-busy = La bibliothèque est occupée
error-busy-why = Elle démarre, ou il y a plus de lecteurs qu’elle ne peut en servir à la fois.
error-busy-remedy = Réessayez dans une minute.
error-fault = Une erreur s’est produite de notre côté
error-fault-why = Elle a été inscrite au journal. Rien de ce que vous avez envoyé n’a été conservé à moitié.
error-fault-remedy = Réessayez ; si cela se reproduit, communiquez à l’administration le numéro ci-dessous.
log-number = Numéro dans le journal :

## Ce que disent les lecteurs de fichiers: what happened, and what to do
trouble-film = Un film placé après « { $near } » ne fait pas partie du texte ({ $from }). Ouvrez la page d’origine pour le voir.
trouble-sound = Un enregistrement sonore placé après « { $near } » ne fait pas partie du texte ({ $from }). Ouvrez la page d’origine pour l’écouter.
trouble-frame = Un cadre placé après « { $near } » montre une autre page et ne fait pas partie du texte ({ $from }). Ouvrez la page d’origine pour le voir.
trouble-object = Un objet incorporé après « { $near } » ne fait pas partie du texte ({ $from }). Ouvrez la page d’origine pour le voir.
trouble-pictures = Images laissées de côté : { $n }. Ouvrez la page d’origine pour les voir.
trouble-described-pictures = Images laissées de côté : { $n } ; les mots qui les décrivent sont gardés. Ouvrez l’original pour les voir.
trouble-furniture = Mots de menus, de formulaires et autres laissés de côté : { $n }. Comparez avec la page s’il manque quelque chose.
trouble-not-a-post = L’entrée { $n } de la liste n’est pas un article contenant du texte et a été laissée de côté. Voyez cette entrée dans le fichier.
trouble-locked-post = L’article est protégé par un mot de passe : ses mots ne sont pas dans le fichier. Obtenez de nouveau le fichier une fois connecté.
trouble-backwards = La numérotation recule : { $number } suit { $previous }. Vérifiez l’original : un paragraphe manque peut-être, ou une annexe commence ici.
trouble-missing = Des numéros manquent : { $number } suit { $previous }. Vérifiez l’original : un paragraphe manque peut-être, ou une annexe commence ici.
trouble-word-pictures = Images non lues : { $n }. Voyez l’original si des mots importants se trouvent dans une image.
trouble-charts = Graphiques et diagrammes non lus : { $n }. Voyez leurs chiffres dans l’original.
trouble-hidden-letters = Lettres de texte masqué laissées de côté : { $n }. Affichez ce texte dans Word s’il fait partie du document.
trouble-embedded = Documents incorporés laissés de côté : { $n }. Copiez leur texte dans le document lui-même.
trouble-lost-notes = Appels de note sans note : { $n }. Vérifiez les notes dans l’original.
trouble-lost-note = Un appel renvoie à une note que le fichier ne contient pas. Cherchez la note dans l’original.
trouble-too-many-pages = Seules les premières pages ont été lues : { $n }. Divisez le fichier.
trouble-damaged-page = Une partie de la page est endommagée ou compressée d’une manière inconnue. Comparez la page avec l’original ; imprimez-la dans un nouveau PDF et envoyez-le.
trouble-overdrawn = La page dessine plus qu’une page ne peut en contenir ; le reste a été laissé de côté. Comparez la page avec l’original ; imprimez-la dans un nouveau PDF et envoyez-le.
trouble-nested-drawings = Des dessins sont imbriqués trop profondément ; les plus profonds ont été laissés de côté. Comparez la page avec l’original ; imprimez-la dans un nouveau PDF et envoyez-le.
trouble-overfull = La page contient plus de texte qu’une page ne peut en porter ; le reste a été laissé de côté. Comparez la page avec l’original ; imprimez-la dans un nouveau PDF et envoyez-le.
trouble-nameless-letters = Lettres dessinées dans une police qui ne dit pas lesquelles : { $n }. Comparez la page avec l’original, ou envoyez le document en DOCX ou en HTML.
trouble-picture-of-a-page = La page est une image sans texte. Passez le fichier à la reconnaissance de texte (OCR) et envoyez le résultat.
trouble-changed-cells = Cellules dont les lignes ont été réunies ou les barres (|) remplacées : { $n }. Comparez avec le fichier si les lignes d’une cellule importent.
refusal-empty = Le fichier est vide. Vérifiez que la copie était complète et envoyez de nouveau le fichier.
refusal-unknown-format = Plenum ne lit pas ce genre de fichier. Envoyez-le en PDF, DOCX, HTML, texte brut, Markdown, CSV, Akoma Ntoso XML ou WordPress JSON.
refusal-encrypted = Le fichier est verrouillé par un mot de passe. Enregistrez une copie sans mot de passe et envoyez-la.
refusal-damaged = Le fichier est endommagé. Ouvrez-le dans le logiciel qui l’a produit, enregistrez-le de nouveau et envoyez le nouveau fichier.
refusal-too-large = Une fois décompressé, le fichier est plus grand qu’un document ne peut l’être. Divisez le document, ou retirez ses images, et envoyez les parties.
refusal-too-deep = Le fichier est imbriqué trop profondément. Ouvrez-le dans le logiciel qui l’a produit et enregistrez-le de nouveau ; s’il vient d’un inconnu, ne vous y fiez pas.
refusal-unsafe = Le fichier a été refusé : il contient de quoi attaquer le lecteur. Ouvrez-le dans le logiciel qui l’a produit et enregistrez-le de nouveau ; s’il vient d’un inconnu, ne vous y fiez pas.
refusal-too-slow = La lecture du fichier a pris trop de temps et a été arrêtée. Divisez le fichier, ou apportez-en un autre format (DOCX est le plus rapide à lire).
refusal-too-much-memory = Le fichier demande trop de mémoire pour être lu, ou il est endommagé. Enregistrez-le de nouveau avec le logiciel qui l’a produit, divisez-le, ou apportez-en un autre format.
refusal-fault = Le fichier n’a pas pu être lu à cause d’une défaillance ici. Essayez de nouveau ; si cela persiste, le journal en dit plus.
