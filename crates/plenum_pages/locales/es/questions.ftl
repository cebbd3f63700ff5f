# Preguntas que se conservan, preguntas que siguen a otras y lo que los lectores dicen de las respuestas.

ask-keeping =
    { $n ->
        [one] Una pregunta enviada con este formulario se conserva con su respuesta durante { $n } día, en una dirección propia que nadie puede adivinar. No se conserva nada sobre usted. No escriba aquí nada que no deba conservarse.
       *[other] Una pregunta enviada con este formulario se conserva con su respuesta durante { $n } días, en una dirección propia que nadie puede adivinar. No se conserva nada sobre usted. No escriba aquí nada que no deba conservarse.
    }
ask-keep-this = Conservar esta respuesta en una dirección propia
kept-title = Una pregunta con su respuesta tal como se dio
kept-answered = Respondida el
kept-until = se conserva hasta el
kept-again = Preguntar lo mismo hoy
kept-changed = Algo en que se apoya esta respuesta ha cambiado desde entonces. Está señalado abajo; la respuesta queda tal como se dio.
kept-unchanged = Todo aquello en que se apoya esta respuesta sigue como estaba.
since-newer = una revisión más reciente dice otra cosa
since-standing = condición actual:
since-gone = ya no se conserva aquí
since-otherwise = la entrada dice ahora otra cosa
further-title = Seguir preguntando
further-label = Lo que sigue a esta pregunta: otro Estado, otro año u otro período de sesiones
further-go = Seguir preguntando
field-question = Pregunta anterior
chip-before = de la pregunta anterior
feedback-title = Decir qué es útil o erróneo en esta respuesta
feedback-verdict = Esta respuesta es
feedback-useful = útil
feedback-wrong = errónea
feedback-sentence = Qué frase
feedback-whole = Toda la respuesta
feedback-words = Unas palabras a la redacción, 500 caracteres como máximo; puede quedar vacío
feedback-kept = La pregunta y esta respuesta se conservan con lo que usted dice, porque usted las envía. No se conserva nada sobre usted. Todo se borra al cabo de un año.
feedback-send = Enviar a la redacción
feedback-sent-title = Enviado a la redacción
feedback-sent = Gracias. La redacción lo leerá junto a la respuesta que usted vio.
feedback-desk = Lo que los lectores dicen de las respuestas
feedback-open = Pendiente
feedback-done = Atendido
feedback-none = No hay nada aquí.
feedback-of-refusal = La pregunta no se respondió.
feedback-meant = Sobre esta frase:
feedback-see-kept = la respuesta tal como se conservó
feedback-mark-done = Marcar como atendido
feedback-reopen = Abrir de nuevo
feedback-reopened = Abierto de nuevo
