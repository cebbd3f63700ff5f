# Questions conservées, questions qui en suivent d’autres, et ce que les lecteurs disent des réponses.

ask-keeping =
    { $n ->
        [one] Une question envoyée par ce formulaire est conservée avec sa réponse pendant { $n } jour, à une adresse propre que personne ne peut deviner. Rien n’est conservé sur vous. N’écrivez ici rien qui ne doive être conservé.
       *[other] Une question envoyée par ce formulaire est conservée avec sa réponse pendant { $n } jours, à une adresse propre que personne ne peut deviner. Rien n’est conservé sur vous. N’écrivez ici rien qui ne doive être conservé.
    }
ask-keep-this = Conserver cette réponse à une adresse propre
kept-title = Une question et sa réponse telle qu’elle a été donnée
kept-answered = Réponse donnée le
kept-until = conservée jusqu’au
kept-again = Poser de nouveau cette question aujourd’hui
kept-changed = Un élément sur lequel repose cette réponse a changé depuis. Il est signalé ci-dessous ; la réponse reste telle qu’elle a été donnée.
kept-unchanged = Tout ce sur quoi repose cette réponse est resté inchangé.
since-newer = une révision plus récente dit autre chose
since-standing = statut actuel :
since-gone = n’est plus conservé ici
since-otherwise = l’entrée dit autre chose à présent
further-title = Demander encore
further-label = La suite de cette question : un autre État, une autre année, une autre session
further-go = Demander encore
field-question = Question précédente
chip-before = repris de la question précédente
feedback-title = Dire ce qui est utile ou faux dans cette réponse
feedback-verdict = Cette réponse est
feedback-useful = utile
feedback-wrong = fausse
feedback-sentence = Quelle phrase
feedback-whole = Toute la réponse
feedback-words = Un mot à la rédaction, 500 caractères au plus ; peut rester vide
feedback-kept = La question et cette réponse sont conservées avec votre remarque, parce que vous les envoyez. Rien n’est conservé sur vous. Le tout est supprimé au bout d’un an.
feedback-send = Envoyer à la rédaction
feedback-sent-title = Envoyé à la rédaction
feedback-sent = Merci. La rédaction le lira en regard de la réponse que vous avez vue.
feedback-desk = Ce que les lecteurs disent des réponses
feedback-open = En attente
feedback-done = Traité
feedback-none = Il n’y a rien ici.
feedback-of-refusal = La question n’a pas reçu de réponse.
feedback-meant = Sur cette phrase :
feedback-see-kept = la réponse telle que conservée
feedback-mark-done = Marquer comme traité
feedback-reopen = Rouvrir
feedback-reopened = Rouvert
