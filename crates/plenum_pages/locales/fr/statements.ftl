
# Transcripts, statements, positions.
meetings = Séances
meetings-lede = Qui a dit quoi, séance par séance. Les séances transcrites donnent chaque déclaration dans l’ordre des orateurs, non confirmée tant qu’un rédacteur ne l’a pas confirmée ; les autres sont connues par les déclarations dont le compte rendu les nomme.
meetings-none = Aucune séance n’est encore enregistrée. On ajoute une transcription par la ligne de commande :
meetings-none-here = Aucune séance ne correspond. Choisissez un autre processus, une autre année ou une autre sorte.
meetings-kinds = Sortes de séances
meetings-all = Toutes les séances
meetings-transcribed = Avec transcription
meetings-named = Nommées par des déclarations
meeting-named = nommée par les comptes rendus de déclarations
speaking-order = Ordre des interventions
statement = Déclaration
statements = Déclarations
statements-none = Aucune déclaration n’a pu être distinguée dans la transcription.
transcript = Transcription
recording = Enregistrement
statistics = Qui a parlé, combien de temps
statistics-none = Rien n’est encore compté : aucune déclaration n’a été confirmée.
speaker-unnamed = Orateur non nommé
speaks-for = au nom de :
printed-as = imprimé :
answers = répond à :
answered-by = réponse de :
answers-unknown = ce à quoi il répond n’est pas consigné
first-proposal = première proposition
first-proposals-title = Proposé pour la première fois
replies-title = Droits de réponse
words-in-all = Mots
time-in-all = Durée
unconfirmed-what = C’est l’œuvre d’une machine ; rien n’est compté avant confirmation par un rédacteur.
review-go = Vérifier et confirmer
review-title = Vérifier les déclarations
review-lede = Corrigez ce que la machine a distingué, puis confirmez. Chaque modification est conservée avec sa date et son auteur.
review-no-actor = Aucun acteur ne porte ce nom court. Choisissez-en un dans la liste.
review-no-earlier = Une réponse répond à une déclaration antérieure de cette séance : indiquez son numéro.
save-and-confirm = Enregistrer et confirmer
save-unconfirmed = Enregistrer sans confirmer
mode = Cadre
mode-formal = officiel
mode-informal = officieux
field-answers = Répond à la déclaration numéro
said-statement = déclaration
said-reply = droit de réponse
said-explanation = explication de position
said-joint = déclaration conjointe
said-chair = paroles de la présidence
gender-woman = femme
gender-man = homme
gender-other = déclaré autrement
gender-as-stated = Genre tel que déclaré :
gender-not-stated = genre non déclaré
in-meeting = Dans la séance
about-statement = À propos de cette déclaration
statement-gone = Une transcription corrigée ne contient plus cette déclaration telle qu’elle figure ici.
history = Modifications des rédacteurs
fact-actor = orateur
fact-speaks-for = parle pour
fact-kind = type
fact-answers = répond à
fact-confirmed = confirmé
fact-gender = genre déclaré
yes = oui
no = non
bars-what = Une barre pour chacun, d’autant plus longue qu’il a dit de mots ; le tableau ci-dessous donne toutes les valeurs.
bars-cut = Seules les plus longues sont dessinées ; le tableau les donne toutes.
bars-table = Les valeurs en tableau
bars-source = Compté d’après les déclarations confirmées par un rédacteur.
bars-by-actor = Mots par orateur
bars-by-group = Mots par groupe d’États ; un État compte dans chacun de ses groupes
bars-by-voice = Mots au nom de groupes
positions = Positions
positions-lede = Où se situe chacun sur chaque question. Chaque case est une citation placée par un rédacteur ; elle ouvre le paragraphe sur lequel elle repose.
positions-none = Aucune citation n’a encore été placée.
positions-none-on = Aucune citation ne porte sur :
issue = Question
stance = Attitude
stance-supports = appuie
stance-opposes = s’oppose
stance-proposes = propose
stance-conditions = pose des conditions
stance-no-position = ne prend pas position
relation-agree = D’accord
relation-disagree = En désaccord
pairs-title = Accords et désaccords
positions-history = Tout ce qui a été placé
withdrawn = retirée
withdraw = Retirer
positions-edit = Placer des citations
place-title = Placer une citation
place-lede = Choisissez la question et l’acteur ; le logiciel propose des paragraphes, mais c’est une personne qui place chaque citation.
place-address = Adresse du paragraphe
place-words = Mots cités, exactement ; vide pour tout le paragraphe
place-go = Placer
candidates-go = Proposer des paragraphes
candidates-title = Paragraphes qui le disent peut-être
candidates-none = Aucun paragraphe de cet acteur n’a été trouvé.
candidate-take = Prendre celui-ci
issue-add = Ajouter une question
issue-add-note = Les questions d’un processus viennent des dossiers de connaissances ; ce que vous ajoutez ici est tenu à part et exporté avec eux.
issues-entered = Ajoutées ici à ce jour :
issue-slug = Nom court : lettres, chiffres, traits d’union
issue-label = En toutes lettres
add = Ajouter
pair-title = Mettre deux citations côte à côte
pair-one = Numéro de la citation
pair-other = Numéro de l’autre citation
pair-relation = Leur rapport
place-no-issue = Ce processus n’a pas cette question. Ajoutez-la d’abord.
place-told-issue = Un dossier de connaissances contient déjà une question de ce nom court : choisissez-la dans la liste.
place-no-actor = Aucun acteur ne porte ce nom court.
place-no-paragraph = Aucun paragraphe n’a cette adresse. Copiez-la depuis la page du paragraphe.
place-not-its-words = Ces mots ne figurent pas dans ce paragraphe. Copiez-les exactement.
place-no-pair = Il faut deux citations différentes placées ici. Donnez leurs numéros.
place-not-understood = Il manque quelque chose ou une valeur ne convient pas. Vérifiez le formulaire.
sure-percent = sûr à { $n } %
meetings-n =
    { $n ->
        [one] { $n } séance
       *[other] { $n } séances
    }
statements-n =
    { $n ->
        [one] { $n } déclaration
       *[other] { $n } déclarations
    }
confirmed-n =
    { $n ->
        [one] { $n } confirmée
       *[other] { $n } confirmées
    }
unconfirmed-n =
    { $n ->
        [one] { $n } déclaration n’est pas confirmée.
       *[other] { $n } déclarations ne sont pas confirmées.
    }
words-n =
    { $n ->
        [one] { $n } mot
       *[other] { $n } mots
    }
counted-n =
    { $n ->
        [one] { $n } déclaration confirmée est comptée.
       *[other] { $n } déclarations confirmées sont comptées.
    }
left-out-n =
    { $n ->
        [one] { $n } déclaration non confirmée est laissée de côté.
       *[other] { $n } déclarations non confirmées sont laissées de côté.
    }
timed-n =
    { $n ->
        [one] connue pour { $n } déclaration
       *[other] connue pour { $n } déclarations
    }
confirm-all-n =
    { $n ->
        [one] Confirmer la seule dont l’orateur est connu ({ $n })
       *[other] Confirmer les { $n } dont l’orateur est connu
    }
